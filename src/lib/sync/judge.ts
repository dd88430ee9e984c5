import type { Entry } from '#lib/domain/journal/entry.ts';
import { mayWrite, type HeldCode, type Who } from '#lib/domain/journal/policy.ts';
import { readEntry } from '#lib/domain/journal/wire.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import { canonical } from './canonical.ts';
import type { Hash } from './journal.ts';
import type { AccountState, Answer } from './protocol.ts';

/** Who stands behind a sync: an enrolled phone, an account, or both. */
export interface Principals {
	readonly phone?: Who;
	readonly account?: Who;
	/** What became of the account's token; entries by an account that is not here wait. */
	readonly state: AccountState;
	/** Whose token came along and is good no more: switched off, or expired. */
	readonly absent?: Id;
	/** The scopes of the phone's own groups from before it was enrolled. */
	readonly own: readonly string[];
}

/** An entry as it was brought, and what can be said of it without asking the journal. */
export type Item =
	| { readonly is: 'answered'; readonly answer: Answer }
	| {
			readonly is: 'entry';
			readonly entry: Entry;
			readonly hash: Hash;
			readonly who: Who;
			readonly held: HeldCode | null;
	  };

/** Judges what was brought by its own content and by the rights of those who brought it. */
export function judge(raw: unknown, principals: Principals, hash: (text: string) => Hash): Item {
	const id = rawId(raw);
	const text = canonicalOr(raw);
	const read = text === null ? null : readEntry(raw);
	if (!read) return { is: 'answered', answer: { id, s: 'refused', c: 'shape' } };
	if (!read.ok) {
		const { error } = read;
		return error.kind === 'refused'
			? { is: 'answered', answer: { id, s: 'refused', c: error.code } }
			: { is: 'answered', answer: { id, s: 'later', c: error.code } };
	}
	const entry = read.value;
	const who = speaker(entry.by, principals);
	const absent = entry.by === principals.absent;
	// she signs in again, then it is hers to bring
	if (!who || (absent && principals.state === 'expired')) {
		return { is: 'answered', answer: { id, s: 'later', c: 'account' } };
	}
	const held = absent ? 'account' : mayWrite(who, entry);
	return { is: 'entry', entry, hash: hash(canonical(entry)), who, held };
}

/** Its account where it was made by the one that is here, else the phone. */
const speaker = (by: Id, { phone, account }: Principals): Who | undefined =>
	account?.id === by ? account : (phone ?? account);

/** What a stranger calls an id may be anything; it is only said back. */
function rawId(raw: unknown): string {
	const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : '';
	return typeof id === 'string' ? id.slice(0, 40) : '';
}

function canonicalOr(raw: unknown): string | null {
	try {
		return canonical(raw);
	} catch {
		return null; // nested beyond any fact: refused by its shape
	}
}
