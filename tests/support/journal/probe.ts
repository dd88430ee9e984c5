// Bundled beside the server's hooks in tests and benches: plays entries straight into the adapter, as a server
// without any rights to ask would, and does what a bench compares with.
import 'zod/compile';
import { arrive } from '#lib/domain/journal/arrive.ts';
import type { Change } from '#lib/domain/journal/shelf.ts';
import { judge, type Principals } from '#lib/sync/judge.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { atOnce } from '#lib/domain/journal/steps.ts';
import { PocketBaseJournal } from '../../../pocketbase/src/journal.ts';

/** POST /api/test/play {pushes: Entry[][]} */
export function play(e: RequestEvent): unknown {
	const { pushes } = JSON.parse(toString(e.request.body)) as { pushes: Entry[][] };
	const journal = new PocketBaseJournal(e.app, () => Date.now());
	for (const push of pushes) {
		journal.whole((inside) => {
			const here = new Set(inside.known(push.map(({ id }) => id)).map(({ id }) => id));
			const once = new Map(push.map((entry) => [entry.id, entry]));
			const fresh = [...once.values()].filter(({ id }) => !here.has(id));
			if (fresh.length) inside.commit(atOnce(arrive(inside, { fresh })), new Map());
		});
	}
	return e.blob(200, 'application/json', '{}');
}

interface Brought {
	readonly entries: readonly Entry[];
	readonly principals: Principals;
	readonly filed: Change['filed'];
	readonly rows: readonly (readonly [string, object])[];
}

/** POST /api/test/insert: a sync that need not find out what follows from its entries, for it is told:
 * the same entries read, judged and hashed, the same rows inserted, the same page answered. */
export function insert(e: RequestEvent): unknown {
	const brought = JSON.parse(toString(e.request.body)) as Brought;
	const { entries, principals, filed } = brought;
	const items = entries.map((raw) => judge(raw, principals, (text) => $security.sha256(text)));
	const hashes = new Map(
		items.flatMap((item) => (item.is === 'entry' ? [[item.entry.id, item.hash] as const] : []))
	);
	const journal = new PocketBaseJournal(e.app, () => Date.now());
	const page = journal.whole((inside) => {
		inside.known(entries.map(({ id }) => id));
		inside.commit(
			{
				entries,
				filed,
				blank: [],
				erased: [],
				rows: new Map(brought.rows) as unknown as Change['rows'],
				home: new Map(entries.map(({ id, scope }) => [id, scope])),
				past: new Map()
			},
			hashes
		);
		return entries[0] ? inside.since(entries[0].scope, 0, 200).json : '[]';
	});
	return e.blob(200, 'application/json', page);
}

interface PhoneRecord {
	set(name: string, value: unknown): void;
	setRandomPassword(): void;
	newAuthToken(): string;
}
interface Engine extends App {
	save(record: PhoneRecord): void;
	findCollectionByNameOrId(name: string): object;
}
declare const Record: new (collection: object) => PhoneRecord;

/** POST /api/test/phones {phones: [id, scope][]}: enrolled phones; answers their tokens. */
export function phones(e: RequestEvent): unknown {
	const { phones: list } = JSON.parse(toString(e.request.body)) as { phones: [string, string][] };
	const tokens: string[] = [];
	e.app.runInTransaction((tx) => {
		const app = tx as Engine;
		const collection = app.findCollectionByNameOrId('phones');
		for (const [id, scope] of list) {
			const phone = new Record(collection);
			phone.set('id', id);
			phone.set('active', true);
			phone.setRandomPassword();
			app.save(phone);
			tokens.push(phone.newAuthToken());
			tx.db()
				.newQuery(
					`INSERT INTO grants(id, account, role, scope, "from", "to", created, updated)
					VALUES ({:id}, {:id}, 'phone', {:scope}, '2020-01-01 00:00:00.000Z', '', '', '')`
				)
				.bind({ id, scope })
				.execute();
		}
	});
	return e.blob(200, 'application/json', JSON.stringify(tokens));
}
