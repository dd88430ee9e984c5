import { page } from '$app/state';
import { address } from './address.ts';
import type { Field } from './field.svelte.ts';
import type { IdleRule } from './idle.ts';

/** A session goes on while nobody touches the phone: they talk. */
const STAYS = /\/(session|who|sign-in|programme|children|measuring-day)\//;

/** A phone that a learner has put down asks the next one who she is, and then goes on where it was. */
export const backToFaces = (field: Field, go: (path: string) => unknown): IdleRule => ({
	untouched: 15 * 60_000,
	run: () => {
		const { pathname, search } = page.url;
		if (!field.person || STAYS.test(pathname)) return;
		field.choose(null);
		go(address('/who/', { then: pathname + search }));
	}
});
