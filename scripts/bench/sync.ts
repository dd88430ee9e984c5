// A part of the bench: what a sync costs – bytes on the wire, the fold beside plain inserts, a hundred times the data.
//   npm run bench -- sync [--rounds 12]
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import { newBoxKey } from '../../src/lib/crypto/box.ts';
import { arrive } from '../../src/lib/domain/journal/arrive.ts';
import type { Entry } from '../../src/lib/domain/journal/entry.ts';
import { atOnce } from '../../src/lib/domain/journal/steps.ts';
import type { ScopeId } from '../../src/lib/domain/shared/ids.ts';
import { Phone } from '../../src/lib/store/phone.ts';
import { syncOnce } from '../../src/lib/sync/client.ts';
import { MemoryJournal } from '../../src/lib/sync/memory.ts';
import { newId } from '../../tests/support/journal/conformance.ts';
import { startJournalServer, type JournalServer } from '../../tests/support/journal/real.ts';
import { cpuMs, lesson, phonesOf, push, session, visit, type FieldPhone } from './field.ts';
import { row } from './row.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '12' } }, strict: false });
const ROUNDS = Number(values.rounds) || 12;

/** The very request of a phone with fifty measurements to send. */
async function wire(): Promise<void> {
	const scope = `c:${newId()}` as ScopeId;
	const [by, key] = [newId(), await newBoxKey()];
	const phone = await Phone.open('wire', { clock: () => Date.now(), newId, keyring: () => key });
	await phone.identify({ token: 'x' });
	for (let i = 0; i < 50; i++) {
		const { kind, subject, body } = visit(scope, by, newId());
		const saved = await phone.save({ kind, scope, subject, by, body } as never);
		if (!saved.ok) throw new Error(saved.error);
	}
	let bytes = 0;
	const offline = async () => ({ kind: 'offline' }) as const;
	const sync = async (request: object) => {
		bytes = JSON.stringify(request).length;
		return offline();
	};
	await syncOnce(phone, { sync, enrol: offline, secrets: offline }, { clock: () => Date.now() });
	phone.close();
	row({ what: 'sync: 50 measurements on the wire', value: bytes / 1000, unit: 'kB', bar: 25 });
}

/** Fifty entries: five sessions of fifteen women, and lessons. */
const mixed = (phone: FieldPhone, nth: number): Entry[] => [
	...Array.from({ length: 5 }, (_, i) => session(phone, nth * 5 + i)),
	...Array.from({ length: 45 }, (_, i) => lesson(phone, nth * 45 + i))
];

/** The same push folded, and with what follows from it brought along, in turns. */
async function fold(journal: JournalServer): Promise<void> {
	const { server } = journal;
	const [folded, told] = await phonesOf(journal, 2, 1);
	if (!folded || !told) throw new Error('no phones');
	const shadow = new MemoryJournal();
	const costs: { fold: number; insert: number } = { fold: 0, insert: 0 };
	for (let nth = 0; nth < ROUNDS + 2; nth++) {
		const [mine, theirs] = [mixed(folded, nth), mixed(told, nth)];
		const change = atOnce(arrive(shadow, { fresh: theirs }));
		shadow.commit(change, new Map());
		const began = cpuMs(server.pid());
		const answer = await push(server.url, folded, mine);
		const between = cpuMs(server.pid());
		const grants = [{ role: 'phone', scope: told.scope }];
		const principals = { phone: { type: 'phone', id: told.id, grants }, state: 'none', own: [] };
		const body = { entries: theirs, principals, filed: change.filed, rows: [...change.rows] };
		const inserted = await server.call('POST', '/api/test/insert', { body });
		if (answer.status !== 200 || inserted.status !== 200) throw new Error(answer.text);
		if (nth < 2) continue; // both have loaded what they need
		costs.fold += between - began;
		costs.insert += cpuMs(server.pid()) - between;
	}
	const each = (ms: number) => `${(ms / ROUNDS / 50).toFixed(2)} ms`;
	const note = `CPU of an entry: ${each(costs.fold)} against ${each(costs.insert)}, ${ROUNDS} pushes each`;
	row({ what: 'sync: fold beside plain inserts', value: costs.fold / costs.insert, unit: '×', bar: 2, note });
}

/** CPU of a sync of ten entries, the middle of some phones new to the server. */
async function costOfSync(journal: JournalServer): Promise<number> {
	const phones = await phonesOf(journal, ROUNDS * 2, 1);
	const { server } = journal;
	const costs: number[] = [];
	for (const batch of [phones.slice(0, ROUNDS), phones.slice(ROUNDS)]) {
		const began = cpuMs(server.pid());
		for (const phone of batch) {
			const entries = [session(phone, 1), ...Array.from({ length: 9 }, (_, i) => lesson(phone, i))];
			const { status, text } = await push(server.url, phone, entries);
			if (status !== 200) throw new Error(text);
		}
		costs.push((cpuMs(server.pid()) - began) / ROUNDS);
	}
	return Math.min(...costs); // the first half pays for warming up
}

async function grow(journal: JournalServer, entries: number): Promise<void> {
	const phones = await phonesOf(journal, Math.ceil(entries / 500), 1);
	for (const phone of phones) {
		const pushes = [Array.from({ length: 500 }, (_, i) => lesson(phone, i))];
		const played = await journal.server.call('POST', '/api/test/play', { body: { pushes } });
		if (played.status !== 200) throw new Error(JSON.stringify(played.body));
	}
}

async function flat(journal: JournalServer): Promise<void> {
	const count = async () => {
		const [rows] = await journal.server.sql('SELECT count(*) AS n FROM journal');
		return Number(rows?.n);
	};
	const sizes = [await count()];
	const before = await costOfSync(journal);
	await grow(journal, 100 * (await count()));
	sizes.push(await count());
	const after = await costOfSync(journal);
	const note = `${before.toFixed(1)} ms at ${sizes[0]} entries, ${after.toFixed(1)} ms at ${sizes[1]}`;
	row({ what: 'sync: cost at 100 × the data', value: after / before, unit: '×', bar: 1.5, note });
}

await wire();
const small = await startJournalServer({ pool: 32 });
await phonesOf(small, 20, 1); // 300 entries to start from
await flat(small);
await small.close();
const other = await startJournalServer({ pool: 32 });
await fold(other);
await other.close();
