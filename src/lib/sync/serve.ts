import { arrive } from '#lib/domain/journal/arrive.ts';
import { readable } from '#lib/domain/journal/policy.ts';
import { atOnce } from '#lib/domain/journal/steps.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import { judge, type Item, type Principals } from './judge.ts';
import type { Hash, Journal, Known } from './journal.ts';
import { MAX_PULL, type Answer, type Batch, type Decided, type SyncRequest } from './protocol.ts';
import { Rights } from './rights.ts';

/** What the server's side needs of the machine it runs on. */
export interface Host {
	readonly hash: (text: string) => Hash;
	readonly now: () => number;
	/** A fault that one entry caused; its id and the error, nothing of its body. */
	readonly fault: (id: string, error: unknown) => void;
}

type Offered = Extract<Item, { is: 'entry' }>;

/** The server's side of one sync, over any journal; answers the text of a `SyncAnswer`. */
export function serve(
	request: SyncRequest,
	{ journal, principals, host }: { journal: Journal; principals: Principals; host: Host }
): string {
	const items = request.push.flatMap(entriesOf).map((raw) => judge(raw, principals, host.hash));
	const answers = items.length ? push(items, journal, { principals, host }) : [];
	const { scopes, more, reads } = pull(request, journal, principals);
	const resend = request.proof !== '' && !proven(request, journal);
	const decided = decide(request.listed ?? [], journal);
	const head = JSON.stringify({ v: 1, now: host.now(), answers, decided, reads, more, resend });
	const account = JSON.stringify(principals.state);
	return `${head.slice(0, -1)},"account":${account},"scopes":{${scopes.join()}}}`;
}

/** Whether the journal still is the one that the phone was answered by. */
function proven({ proof, proofQ }: SyncRequest, journal: Journal): boolean {
	const known = proof === '' ? undefined : journal.known([proof])[0];
	return known !== undefined && (proofQ === undefined || known.q === proofQ);
}

const entriesOf = ({ scope, by, phone, entries }: Batch): unknown[] =>
	entries.map((entry) => ({ ...entry, scope, by, phone }));

type Around = { principals: Principals; host: Host };

/** The whole push at first; if that fails, each entry alone, so that a poison entry stays alone. */
function push(items: readonly Item[], journal: Journal, around: Around): Answer[] {
	try {
		return journal.whole((inside) => store(items, inside, around.principals));
	} catch {
		return items.flatMap((item) => alone(item, journal, around)); // which one it was is found below
	}
}

function alone(item: Item, journal: Journal, { principals, host }: Around): Answer[] {
	try {
		return journal.whole((inside) => store([item], inside, principals));
	} catch (error) {
		const id = item.is === 'entry' ? item.entry.id : item.answer.id;
		host.fault(id, error);
		return [{ id, s: 'later', c: 'fault' }];
	}
}

/** All of it or nothing: an exception leaves the journal as it was. */
function store(brought: readonly Item[], journal: Journal, { own }: Principals): Answer[] {
	const ids = brought.flatMap((item) => (item.is === 'entry' ? [item.entry.id] : []));
	const known = new Map(journal.known(ids).map((k) => [k.id, k]));
	// where a person has said no, it stays so, whoever brings it
	const items = brought.map((item) =>
		item.is === 'entry' && known.get(item.entry.id)?.held === 'returned'
			? { ...item, held: 'returned' as const }
			: item
	);
	const offered = items.flatMap((item) => (item.is === 'entry' ? [item] : []));
	const rights = new Rights(journal, offered, own);
	const fresh = new Map<Id, Offered>();
	const answers = items.map((item): Answer => {
		if (item.is === 'answered') return item.answer;
		const before = fresh.get(item.entry.id);
		const answer = place(item, before ?? known.get(item.entry.id), rights);
		if (answer.s === 'held') journal.hold(item.entry, item.hash, answer.c);
		if (answer.s === 'ok' && !before && !known.get(item.entry.id)?.blank) {
			fresh.set(item.entry.id, item);
		}
		return answer;
	});
	if (!fresh.size) return answers;
	const change = atOnce(arrive(journal, { fresh: [...fresh.values()].map(({ entry }) => entry) }));
	const numbers = journal.commit(change, new Map([...fresh].map(([id, { hash }]) => [id, hash])));
	return answers.map((answer) => numbered(answer, numbers));
}

/** What becomes of one entry, given what is here under its id. */
function place(item: Offered, here: Known | Offered | undefined, rights: Rights): Answer {
	const { id } = item.entry;
	const known = here && 'q' in here ? here : undefined;
	if (known?.blank) return { id, s: 'ok', q: known.q }; // erased meanwhile: taken, stays blank
	const blank = item.entry.body === null; // erased on its phone already: nothing to compare
	if (here && !blank && here.hash !== item.hash) return { id, s: 'refused', c: 'taken' };
	if (here && !known?.held) return { id, s: 'dup', q: known?.q ?? 0 };
	if (item.held) return { id, s: 'held', c: item.held };
	const verdict = rights.judge(item);
	if (!verdict) return { id, s: 'ok', q: 0 };
	return 'held' in verdict
		? { id, s: 'held', c: verdict.held }
		: { id, s: 'later', c: verdict.later };
}

function numbered(answer: Answer, numbers: ReadonlyMap<string, number>): Answer {
	if (answer.s !== 'ok' && answer.s !== 'dup') return answer;
	return { ...answer, q: answer.q || (numbers.get(answer.id) ?? 0) };
}

/** What became of entries that were held: in the journal by now, returned, or not known here. */
function decide(listed: readonly Id[], journal: Journal): Decided[] {
	if (!listed.length) return [];
	const known = new Map(journal.known([...listed]).map((one) => [one.id, one]));
	return listed.flatMap((id): Decided[] => {
		const here = known.get(id);
		if (!here) return [{ id, verdict: 'lost', q: 0 }];
		if (!here.held) return [{ id, verdict: 'released', q: here.q }];
		return here.held === 'returned' ? [{ id, verdict: 'returned', q: 0 }] : [];
	});
}

function pull(request: SyncRequest, journal: Journal, { phone, account }: Principals) {
	const reads = {
		phone: phone ? readable(phone) : [],
		account: account ? readable(account) : []
	};
	let left = Math.min(request.limit ?? 500, MAX_PULL);
	let more = false;
	const scopes: string[] = [];
	for (const scope of new Set([...reads.phone, ...reads.account])) {
		const [at, entry] = request.cursors[scope] ?? [0, ''];
		const reset = at > 0 && !journal.carries(at, entry);
		if (left <= 0) {
			more = true;
			break;
		}
		const { json, count, last } = journal.since(scope, reset ? 0 : at, left);
		left -= count;
		if (left <= 0) more = true;
		if (!count && !reset) continue;
		const cursor = JSON.stringify(last);
		scopes.push(`${JSON.stringify(scope)}:{"reset":${reset},"cursor":${cursor},"rows":${json}}`);
	}
	return { scopes, more, reads };
}
