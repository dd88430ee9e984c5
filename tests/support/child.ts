// Children written by another phone of a promoter: what her vault then receives.
import { randomBytes } from 'node:crypto';
import { done, type Account, type Programme } from './programme.ts';
import type { Server } from './server.ts';

export const newId = (): string =>
	[...randomBytes(15)].map((byte) => 'abcdefghijklmnopqrstuvwxyz012345'[byte % 32]).join('');

/** A fact of another phone, as it goes over the wire; `scope`: of a community, `c:…`. */
export interface Fact {
	readonly kind: string;
	readonly subject: string;
	readonly body: object;
	readonly id?: string;
}
/** So many go in one push. */
const MOST = 200;

/** Sends facts as one more phone of this account; the first moment is `at`. */
export async function sendFacts(
	server: Server,
	{ by, scope, at = 1 }: { by: Account; scope: string; at?: number },
	facts: readonly Fact[]
): Promise<void> {
	const phone = newId();
	for (let sent = 0; sent < facts.length; sent += MOST) {
		const entries = facts.slice(sent, sent + MOST).map(({ id = newId(), ...fact }, i) => {
			const n = sent + i + 1;
			return { id, v: 1, ...fact, at: at + n - 1, n };
		});
		const body = { v: 1, push: [{ scope, by: by.id, phone, entries }], cursors: {}, proof: '' };
		const answer = done(await server.call('POST', '/api/app/sync', { token: by.token, body }));
		const refused = answer.body.answers.filter(({ s }: { s: string }) => s !== 'ok');
		if (refused.length) throw new Error(JSON.stringify(refused));
	}
}

interface Born {
	readonly id: string;
	readonly name: string;
	readonly family: string;
	readonly sex: 'f' | 'm';
	readonly born: string;
}

/** Registered with everything allowed; `day` is the day of registration. */
export function registered({ id, name, family, sex, born }: Born, day: string): Fact[] {
	const body = {
		name,
		family,
		sex,
		bornFrom: born,
		bornTo: born,
		bornHow: 'card',
		caregiver: newId(),
		day
	};
	const consent = { keep: true, show: true, count: true, day, text: 1, how: 'spoken' };
	return [
		{ kind: 'child.register', subject: id, body },
		{ kind: 'consent.record', subject: id, body: consent }
	];
}

export interface WrittenChild extends Born {
	readonly weightKg: number;
}

/** Wara of Batallas, of the family given, weighed once by marta; `measured` says what else was found. */
export async function writeChild(
	server: Server,
	programme: Programme,
	{ family, ...measured }: { family: string; [found: string]: unknown }
): Promise<WrittenChild> {
	const child = {
		id: newId(),
		name: 'Wara',
		family,
		sex: 'f' as const,
		born: '2025-10-02',
		weightKg: 7.77
	};
	const visit = {
		day: '2026-11-24',
		weightsKg: [child.weightKg],
		position: 'lying',
		oedema: 'none',
		counts: { weightKg: child.weightKg },
		said: { class: 'green', action: 'next', engine: '1', rules: 1 },
		...measured
	};
	const scope = `c:${programme.communities.batallas}`;
	await sendFacts(server, { by: programme.marta, scope }, [
		...registered(child, '2026-11-24'),
		{ kind: 'visit.record', subject: child.id, body: visit }
	]);
	return child;
}
