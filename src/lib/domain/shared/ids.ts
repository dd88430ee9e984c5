import { fail, ok, type Result } from './result.ts';

declare const brand: unique symbol;
/** A value that has passed its constructor: a bare string is not one. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** 15 × [a-z0-9], random, made where the thing is made. Also the form of a PocketBase record id. */
export type Id = Brand<string, 'Id'>;
/** A person of a group, or a staff account. */
export type ActorId = Id;
/** An enrolled phone, or a browser that made its own id before it was enrolled. */
export type PhoneId = Id;
/** `g:` + group id (learning) or `c:` + community id (health). */
export type ScopeId = Brand<string, 'ScopeId'>;

const ID = /^[a-z0-9]{15}$/;
const SCOPE = /^[gc]:[a-z0-9]{15}$/;

export const isId = (text: string): text is Id => ID.test(text);

export const isScope = (text: string): text is ScopeId => SCOPE.test(text);

export const parseId = (text: string): Result<Id, 'id'> => (isId(text) ? ok(text) : fail('id'));

export const parseScope = (text: string): Result<ScopeId, 'scope'> =>
	isScope(text) ? ok(text) : fail('scope');

export const groupScope = (group: Id): ScopeId => `g:${group}` as ScopeId;

export const communityScope = (community: Id): ScopeId => `c:${community}` as ScopeId;

/** The group or community a scope stands for. */
export const scopeOwner = (scope: ScopeId): Id => scope.slice(2) as Id;

/** Health data: sealed on the phone, readable by promoters only. */
export const isHealth = (scope: string): boolean => scope.startsWith('c:');

/** Makes ids from a source of random bytes; bytes that would favour some letters are thrown away. */
export function idSource(randomBytes: (length: number) => Uint8Array): () => Id {
	const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
	const fair = 256 - (256 % letters.length);
	return () => {
		let id = '';
		while (id.length < 15) {
			for (const byte of randomBytes(15 - id.length)) {
				if (byte < fair) id += letters[byte % letters.length];
			}
		}
		return id as Id;
	};
}
