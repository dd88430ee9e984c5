// A part of the bench: the server under pressure – killed while phones push, and a market day of phones at once.
//   npm run bench -- server [--kills 30] [--phones 2000] [--seconds 600]
import { parseArgs } from 'node:util';
import type { Answer } from '../../src/lib/sync/protocol.ts';
import type { Server } from "../../tests/support/server.ts";
import { startJournalServer } from '../../tests/support/journal/real.ts';
import { lesson, peakMb, phonesOf, push, session, type FieldPhone } from './field.ts';
import { row } from './row.ts';

const { values } = parseArgs({
	options: {
		kills: { type: 'string', default: '30' },
		phones: { type: 'string', default: '2000' },
		seconds: { type: 'string', default: '600' }
	},
	strict: false
});
const [KILLS, PHONES, SECONDS] = [values.kills, values.phones, values.seconds].map(Number) as [
	number,
	number,
	number
];
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** The ids of the journal, page by page: one answer of the SQL route carries at most 1,000 rows, silently. */
async function storedIds(server: Server): Promise<Set<string>> {
	const ids = new Set<string>();
	for (let last = ''; ;) {
		const page = await server.sql(`SELECT id FROM journal WHERE id > '${last}' ORDER BY id LIMIT 500`);
		for (const { id } of page) ids.add(id ?? '');
		if (page.length < 500) return ids;
		last = page.at(-1)?.['id'] ?? '';
	}
}

/** Six phones push without a pause while the process is killed again and again; a phone whose answer was
 * lost says the same once more. */
async function kills(): Promise<void> {
	const journal = await startJournalServer({ pool: 32 });
	const { server } = journal;
	const phones = await phonesOf(journal, 6, 2);
	const acknowledged = new Set<string>();
	let over = false;
	const work = phones.map(async (phone, of) => {
		for (let nth = 0; !over; nth++) {
			const entries = Array.from({ length: 20 }, (_, i) => lesson(phone, nth * 20 + i + of));
			for (let sent = false; !sent && !over;) {
				const answer = await push(server.url, phone, entries).catch(() => undefined);
				if (answer?.status !== 200) await sleep(20);
				else {
					for (const { id, s } of said(answer.text)) if (s === 'ok' || s === 'dup') acknowledged.add(id);
					sent = true;
				}
			}
		}
	});
	for (let nth = 0; nth < KILLS; nth++) {
		await sleep(300 + ((nth * 137) % 1200));
		await server.kill();
		await server.restart();
	}
	over = true;
	await Promise.all(work);
	const stored = await storedIds(server);
	const lost = [...acknowledged].filter((id) => !stored.has(id)).length;
	const [whole] = await server.sql('PRAGMA integrity_check');
	await journal.close();
	const note = `${KILLS} × kill -9, ${acknowledged.size} acknowledged; integrity ${whole?.integrity_check}`;
	row({ what: 'server: acknowledged facts lost by kill -9', value: lost, unit: '', bar: 0, note });
}

const said = (text: string): Answer[] => (JSON.parse(text) as { answers: Answer[] }).answers;

interface Burst {
	readonly times: number[];
	errors: number;
	busy: number;
	facts: number;
}

/** One phone of a market day: a session and nine lessons, again after the time that a busy server asks for. */
async function visitOf(url: string, phone: FieldPhone, burst: Burst): Promise<void> {
	const entries = [session(phone, 1), ...Array.from({ length: 9 }, (_, i) => lesson(phone, i))];
	const began = performance.now();
	for (let tries = 0; tries < 10; tries++) {
		const answer = await push(url, phone, entries).catch(() => undefined);
		if (answer?.status === 503) {
			burst.busy++;
			await sleep(1000 * answer.after * (0.5 + Math.random()));
			continue;
		}
		if (answer?.status !== 200) break;
		burst.times.push(performance.now() - began);
		burst.facts += said(answer.text).filter(({ s }) => s === 'ok' || s === 'dup').length;
		return;
	}
	burst.errors++;
}

async function market(): Promise<void> {
	const journal = await startJournalServer({ pool: 32 });
	const { server } = journal;
	const phones: FieldPhone[] = [];
	while (phones.length < PHONES) phones.push(...(await phonesOf(journal, 200, 10)));
	const burst: Burst = { times: [], errors: 0, busy: 0, facts: 0 };
	const began = performance.now();
	const all = phones.slice(0, PHONES).map(async (phone) => {
		await sleep(Math.random() * SECONDS * 1000);
		await visitOf(server.url, phone, burst);
	});
	await Promise.all(all);
	const took = Math.round((performance.now() - began) / 1000);
	const times = burst.times.sort((a, b) => a - b);
	const at = (part: number) => times[Math.floor(part * (times.length - 1))] ?? NaN;
	const [stored] = await server.sql("SELECT count(*) AS n FROM journal WHERE kind <> 'member.join'");
	const memory = Math.round(peakMb(server.pid()));
	await journal.close();
	const note =
		`${PHONES} phones in ${took} s, p50 ${at(0.5).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms with retries, ` +
		`${burst.busy} × 503, server at most ${memory} MB`;
	row({ what: 'server: market day, p95 of a sync', value: at(0.95) / 1000, unit: 's', bar: 2, note });
	row({ what: 'server: market day, syncs that failed', value: burst.errors, unit: '', bar: 0 });
	const lost = burst.facts - Number(stored?.n);
	row({ what: 'server: market day, acknowledged − stored', value: lost, unit: '', bar: 0 });
}

await kills();
await market();
