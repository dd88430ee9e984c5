import { nextTryAfter, type Wrong } from '#lib/domain/shared/tries.ts';
import type { Field, Person } from './field.svelte.ts';

const LONGEST_MS = 15 * 60_000;
const NO_WRONG: Wrong = { count: 0, last: 0 };
const tries = (person: string) => `tries|${person}`;
const load = () => import('#lib/crypto/veil.ts');

/** Milliseconds until her pictures are taken again; 0: now. Kept over a restart. */
export async function pinWait({ phone }: Field, { id }: Person, now = Date.now()): Promise<number> {
	const wrong = (await phone?.setting<Wrong>(tries(id))) ?? NO_WRONG;
	return nextTryAfter(wrong, now, LONGEST_MS) - now;
}

/** Tries three pictures; a right try forgets the wrong ones. Asks for no patience by itself. */
export async function tryPin(
	{ phone }: Field,
	{ id, pin }: Person,
	pictures: readonly string[]
): Promise<boolean> {
	const right = await (await load()).lifts(pictures, pin);
	const before = (await phone?.setting<Wrong>(tries(id))) ?? NO_WRONG;
	await phone?.set(tries(id), right ? NO_WRONG : { count: before.count + 1, last: Date.now() });
	return right;
}

/** Sets her pictures, or takes them away (null). `by`: herself, or the facilitator who resets them. */
export async function setPin(
	field: Field,
	person: Person,
	{ pictures, by }: { pictures: readonly string[] | null; by: string }
): Promise<boolean> {
	const to = pictures ? await (await load()).veil(pictures) : '';
	const body = { field: 'pin', to, was: person.pin } as const;
	const saved = await field.save({ kind: 'member.amend', subject: person.id, by, body });
	if (saved.ok && !pictures) await field.phone?.set(tries(person.id), NO_WRONG);
	return saved.ok;
}
