import type { Grant, Who } from '#lib/domain/journal/policy.ts';
import { isId, type Id } from '#lib/domain/shared/ids.ts';
import type { Principals } from '#lib/sync/judge.ts';
import { Refusal } from './refusal.ts';
import { Sql } from './sql.ts';

/** PocketBase writes a date with a blank where ISO has a T; compared as text they must agree. */
const dated = (ms: number): string => new Date(ms).toISOString().replace('T', ' ');

interface Held {
	readonly grants: readonly Grant[];
	/** Scopes of groups that are no group of the office: a phone's own from before it was enrolled. */
	readonly own: readonly string[];
}

/** The grants of an account or phone that are in force. */
export function grantsOf(app: App, account: string, now: number): Held {
	const rows = new Sql(app).json<[Grant['role'], Grant['scope'], number][]>(
		`SELECT json_group_array(json_array(role, scope,
			role = 'phone' AND NOT EXISTS(SELECT 1 FROM groups WHERE 'g:'||id = scope)))
		FROM grants WHERE account = {:account} AND "from" <= {:now} AND ("to" = '' OR "to" > {:now})`,
		{ account, now: dated(now) }
	);
	return {
		grants: rows.map(([role, scope]) => ({ role, scope })),
		own: rows.flatMap(([, scope, own]) => (own === 1 ? [scope] : []))
	};
}

/** An account or phone with the rights that it has now. */
export const whoIs = (
	app: App,
	record: AuthRecord,
	now: number
): { who: Who; own: readonly string[] } => {
	const { grants, own } = grantsOf(app, record.id, now);
	const type = record.collection().name === 'phones' ? 'phone' : 'account';
	return { who: { type, id: record.id as Id, grants }, own };
};

/** The coordinator who asks; anybody else is refused. */
export function coordinatorOf(e: RequestEvent, now: number): AuthRecord {
	if (!e.auth?.getBool('active')) throw new Refusal(401, 'inactive');
	const { grants } = grantsOf(e.app, e.auth.id, now);
	if (!grants.some(({ role, scope }) => role === 'coordinator' && scope === '*')) {
		throw new Refusal(403, 'role');
	}
	return e.auth;
}

/** The account behind a token that came in the body of a sync, or why there is none. */
type Beside =
	| { readonly state: 'none' }
	/** `id`: whom it was for, as far as that can still be read of it. */
	| { readonly state: 'expired'; readonly id?: Id }
	| { readonly state: 'disabled'; readonly id: Id }
	| { readonly state: 'ok'; readonly record: AuthRecord };

function beside(app: App, token: string): Beside {
	if (!token) return { state: 'none' };
	try {
		const record = app.findAuthRecordByToken(token, 'auth');
		if (record.collection().name !== 'users') return { state: 'expired' };
		if (record.getBool('active')) return { state: 'ok', record };
		return { state: 'disabled', id: record.id as Id };
	} catch {
		return noLonger(app, token); // the engine throws on a token that has expired or is no token
	}
}

/** Switching an account off ends its tokens too; then only whom it was for can still be read of it. */
function noLonger(app: App, token: string): Beside {
	try {
		const id = namedIn(token);
		if (!isId(id)) return { state: 'expired' };
		const state = app.findRecordById('users', id).getBool('active') ? 'expired' : 'disabled';
		return { state, id };
	} catch {
		return { state: 'expired' }; // no token at all, or of nobody who is here
	}
}

/** Whom a token names, also one that is over: the engine's own reading refuses those. Proves nothing. */
function namedIn(token: string): string {
	const [, claims = ''] = token.split('.');
	return /"id":"([a-z0-9]{15})"/.exec(decoded(claims))?.[1] ?? '';
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url, byte by byte: what a token says is ASCII, and the engine has no decoder for it. */
function decoded(text: string): string {
	let bits = 0;
	let left = 0;
	let out = '';
	for (const letter of text.slice(0, 2000)) {
		bits = ((bits << 6) | Math.max(0, LETTERS.indexOf(letter))) & 0xffff;
		left += 6;
		if (left < 8) continue;
		left -= 8;
		out += String.fromCharCode((bits >> left) & 0xff);
	}
	return out;
}

export interface Caller {
	readonly principals: Principals;
	readonly phone?: AuthRecord;
	readonly account?: AuthRecord;
}

/** Who stands behind a request: the phone or account of its header, and the account of its body. A
 * switched-off one is refused here, for its living tokens are let through by the door. */
export function callerOf(e: RequestEvent, token: string, now: number): Caller {
	const { auth } = e;
	if (!auth?.getBool('active')) throw new Refusal(401, 'inactive');
	if (auth.collection().name === 'phones') return principalsOf(e.app, auth, { token, now });
	const { who, own } = whoIs(e.app, auth, now);
	return { principals: { account: who, state: 'ok', own }, account: auth };
}

/** A phone, and the account whose token it brings. */
export function principalsOf(
	app: App,
	phone: AuthRecord,
	{ token, now }: { readonly token: string; readonly now: number }
): Caller {
	const { who, own } = whoIs(app, phone, now);
	const other = beside(app, token);
	if (other.state === 'ok') {
		const account = whoIs(app, other.record, now).who;
		return {
			principals: { phone: who, account, state: 'ok', own },
			phone,
			account: other.record
		};
	}
	const absent = 'id' in other && other.id ? { absent: other.id } : {};
	return { principals: { phone: who, state: other.state, own, ...absent }, phone };
}
