import * as z from 'zod/mini';
import { parseDay, type Day } from '../shared/day.ts';
import type { Id, ScopeId } from '../shared/ids.ts';
import type { OwnerId } from './entry.ts';

// The pieces bodies are made of. Here text becomes a branded value, so here and nowhere else the type
// of a schema is stated. (The namespace is not exported: that would pull all of zod into the bundle.)
type Text<Out> = z.ZodMiniType<Out, string>;

export const id = () => z.string().check(z.regex(/^[a-z0-9]{15}$/)) as unknown as Text<Id>;
export const scope = () =>
	z.string().check(z.regex(/^[gc]:[a-z0-9]{15}$/)) as unknown as Text<ScopeId>;
export const owner = () =>
	z.string().check(z.regex(/^([gc]:)?[a-z0-9]{15}$/)) as unknown as Text<OwnerId>;
export const day = () =>
	z
		.string()
		// the pattern is for who reads the JSON Schema; which days there are is a question of the calendar
		.check(
			z.regex(/^\d{4}-\d{2}-\d{2}$/),
			z.refine((one: string) => parseDay(one) !== null)
		) as unknown as Text<Day>;
export const slug = () => z.string().check(z.regex(/^[a-z0-9-]{1,60}$/));
export const text = (max: number) => z.string().check(z.maxLength(max));
export const number = (low: number, high: number) => z.number().check(z.gte(low), z.lte(high));
export const integer = (low: number, high: number) => z.int().check(z.gte(low), z.lte(high));

/** A year of four digits. */
export const year = () => z.string().check(z.regex(/^\d{4}$/));
