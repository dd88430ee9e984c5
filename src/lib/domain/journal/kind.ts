import type { ZodMiniType } from 'zod/mini';
import type { Entry, Key, OwnerId } from './entry.ts';
import type { Tables } from './tables.ts';

export const roles = ['phone', 'facilitator', 'promoter', 'coordinator'] as const;
export type Role = (typeof roles)[number];

/** An entry as folds see it: never erased, its last subject and its merged scope already put in. */
export type Seen<B> = Entry<string, B> & { readonly body: B };

/**
 * All there is to know about one kind of entry. `B` is the body, `I` what is written for it (ids and
 * days as plain text). Methods, not arrows: TypeScript then lets a KindDef<K, B> stand where a
 * KindDef<string, unknown> is asked for, without a cast.
 */
export interface KindDef<K extends string, B, I = B> {
	readonly kind: K;
	readonly v: number;
	/** Comes before every amendment, whatever its stamp: a slow clock cannot undo a correction. */
	readonly opens?: true;
	readonly body: ZodMiniType<B, I>;
	/** Who may write it; a rule may ask for more about the body. */
	readonly writers: { readonly [R in Role]?: Rule<B>['may'] };
	/** The rows it can change, by the ids the entry itself knows. */
	keys(entry: Seen<B>): Key[];
	/** Writes one entry into a row that is its own to change. `who` is the id by which this entry
	 * knows the row's owner, for ids may have been merged. */
	readonly fold: { readonly [T in keyof Tables]?: Step<Tables[T], B>['step'] };
	/** Raises a body of an older version; entries themselves are never rewritten. */
	upcast?(body: unknown, v: number): B;
	/** NoInfer: examples are checked against the body, they do not widen it. */
	readonly examples: readonly NoInfer<I>[];
}
interface Step<R, B> {
	step(row: R, entry: Seen<B>, who: OwnerId): void;
}
interface Rule<B> {
	may(body: B): boolean;
}

export const defineKind = <const K extends string, B, I>(def: KindDef<K, B, I>): KindDef<K, B, I> =>
	def;

export const always = (): boolean => true;
