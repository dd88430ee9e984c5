import { nextTryAfter, type Wrong } from '#lib/domain/shared/tries.ts';
import type { Box } from '#lib/crypto/box.ts';
import type { Hardness } from '#lib/crypto/stretch.ts';
import type { Grant } from '#lib/domain/journal/policy.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';

/** An account's vault as it lies on the phone. In clear stand only her id, what she calls herself on
 * the picker, and how often a wrong code was typed. */
export interface VaultRecord {
	readonly account: Id;
	readonly name: string;
	readonly hardness: Hardness;
	readonly salt: Uint8Array<ArrayBuffer>;
	/** The account's data key, wrapped by her code. */
	readonly byCode: Box;
	/** The same, wrapped by the secret that the server keeps for this phone and account. */
	readonly byRecovery: Box;
	/** Token and community keys, sealed by the data key. */
	readonly content: Box;
	readonly wrong: Wrong;
	/** Her code is a phrase: it is typed in letters. */
	readonly phrase?: true;
	/** Communities whose keys are in it; absent in a vault of an older version. */
	readonly scopes?: readonly ScopeId[];
}

export const NO_WRONG: Wrong = { count: 0, last: 0 };

const LONGEST_MS = 20 * 60_000;

/** When the next code may be typed (ms): at once for the first five, then after 1 min, doubling to 20. */
export const nextTryAt = (wrong: Wrong, now: number): number =>
	nextTryAfter(wrong, now, LONGEST_MS);

/** What opens with a vault. */
export interface VaultContent {
	readonly token: string;
	/** Keys of communities, in hexadecimal by scope: the same for every account of this phone. */
	readonly communities: Readonly<Record<string, string>>;
	/** What she may do, as the server last said: it decides what she is shown, the server what it takes. */
	readonly grants?: readonly Grant[];
}

/** What the server keeps for this phone and account, given at an online sign-in. */
export interface Secrets {
	readonly recovery: string;
	readonly communities: Readonly<Record<string, string>>;
	readonly grants: readonly Grant[];
}
