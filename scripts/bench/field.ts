// A field full of phones for the parts that press the server: what they make, and what it costs the server.
import { readFileSync } from 'node:fs';
import type { Entry } from '../../src/lib/domain/journal/entry.ts';
import type { Id, ScopeId } from '../../src/lib/domain/shared/ids.ts';
import { entryOf, newId, requestOf } from '../../tests/support/journal/conformance.ts';
import type { JournalServer } from '../../tests/support/journal/real.ts';

const DAY = '2026-11-24';

export interface FieldPhone {
	readonly id: Id;
	readonly scope: ScopeId;
	readonly token: string;
	readonly women: readonly Id[];
}

/** Enrolled phones, so many to a group; each group has fifteen women. */
export async function phonesOf(
	{ server }: JournalServer,
	count: number,
	perGroup: number
): Promise<FieldPhone[]> {
	const groups = Array.from({ length: Math.ceil(count / perGroup) }, () => ({
		scope: `g:${newId()}` as ScopeId,
		women: Array.from({ length: 15 }, () => newId())
	}));
	const places = groups
		.flatMap((group) => Array.from({ length: perGroup }, () => ({ id: newId(), ...group })))
		.slice(0, count);
	const body = { phones: places.map(({ id, scope }) => [id, scope]) };
	const made = await server.call('POST', '/api/test/phones', { body });
	if (made.status !== 200) throw new Error(JSON.stringify(made.body));
	const pushes = groups.map(({ scope, women }) => women.map((who) => join(scope, who)));
	await server.call('POST', '/api/test/play', { body: { pushes } });
	return places.map((place, i) => ({ ...place, token: String(made.body[i]) }));
}

const join = (scope: ScopeId, who: Id): Entry =>
	entryOf({
		kind: 'member.join',
		scope,
		subject: who,
		by: who,
		body: { name: 'Juana Mamani', face: 'f-3-2', day: DAY }
	});

export const lesson = ({ scope, id, women }: FieldPhone, nth: number): Entry => {
	const who = women[nth % women.length];
	return entryOf({
		kind: 'lesson.finish',
		scope,
		subject: who,
		by: who,
		phone: id,
		body: {
			day: DAY,
			// she goes through the courses, one lesson after the other
			lesson: `lesson-${Math.floor(nth / women.length) % 32}`,
			revision: 2,
			rules: 1,
			language: 'ay',
			blocksHeard: 6,
			blocksRequired: 5,
			answers: [{ q: 'q1', right: true }]
		}
	});
};

/** A session of all fifteen: it touches a row of each of them, its own, and practices. */
export const session = ({ scope, id, women }: FieldPhone, nth: number): Entry =>
	entryOf({
		kind: 'session.close',
		scope,
		subject: newId(),
		by: women[0],
		phone: id,
		body: {
			day: DAY,
			lesson: `lesson-${nth % 32}`,
			revision: 2,
			rules: 1,
			languages: ['ay'],
			closed: 'hand',
			blocksRequired: 5,
			roster: women,
			present: women.map((who) => ({ who, blocks: 5 })),
			hands: [],
			practice: `practice-${nth}`,
			will: women.slice(0, 5)
		}
	});

export const visit = (scope: ScopeId, by: Id, child: Id): Entry =>
	entryOf({
		kind: 'visit.record',
		scope,
		subject: child,
		by,
		body: {
			day: DAY,
			weightsKg: [8.1, 8.1],
			tareKg: 0,
			lengthsCm: [68.0, 68.2],
			position: 'lying',
			muacsMm: [112],
			oedema: 'none',
			counts: { weightKg: 8.1, lengthCm: 68.1, muacMm: 112 },
			said: {
				class: 'yellow',
				action: 'refer',
				lesson: 'feeding-04',
				engine: '1.0.0',
				rules: 1,
				waz: -1.23,
				haz: -2.01,
				whz: -0.45
			}
		}
	});

/** One sync by this phone; answers the status and, of a busy server, how long to wait. */
export async function push(url: string, phone: FieldPhone, entries: readonly Entry[]) {
	const body = JSON.stringify({ ...requestOf(entries), limit: 200 });
	const headers = { Authorization: phone.token, 'Content-Type': 'application/json' };
	const answer = await fetch(`${url}/api/app/sync`, { method: 'POST', headers, body });
	const text = await answer.text();
	return { status: answer.status, text, after: Number(answer.headers.get('retry-after') ?? 0) };
}

/** CPU the process has used, ms; NaN where there is no /proc. */
export function cpuMs(pid: number): number {
	try {
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
		return (Number(fields[11]) + Number(fields[12])) * 10; // 100 ticks a second
	} catch {
		return NaN;
	}
}

/** The most memory the process ever had, MB; NaN where there is no /proc. */
export function peakMb(pid: number): number {
	try {
		const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
		return Number(peak) / 1024;
	} catch {
		return NaN;
	}
}
