import { Children } from './children.svelte.ts';
import { getApp } from './context.ts';
import type { Field } from './field.svelte.ts';

const ofField = new WeakMap<Field, Children>();

/**
 * The children of this phone's open vault, one for all screens; to be asked for where `getApp` may be.
 * It is made with the first screen that asks, so that no learner ever fetches its code.
 */
export function getChildren(): Children {
	const { field, staff } = getApp();
	const known = ofField.get(field);
	if (known) return known;
	const made = new Children(field, staff);
	ofField.set(field, made);
	return made;
}
