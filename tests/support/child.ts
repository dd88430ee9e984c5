// A child with a measuring, written by another phone of her promoter: what a vault then receives.
import { randomBytes } from 'node:crypto';
import { done, type Programme } from './programme.ts';
import type { Server } from './server.ts';

const newId = (): string =>
	[...randomBytes(15)].map((byte) => 'abcdefghijklmnopqrstuvwxyz012345'[byte % 32]).join('');

export interface WrittenChild {
	readonly id: string;
	readonly name: string;
	readonly family: string;
	readonly born: string;
	readonly weightKg: number;
}

/** Wara Choquehuanca of Batallas, weighed once by marta; `measured` says what else was found. */
export async function writeChild(
	server: Server,
	programme: Programme,
	measured: object = {}
): Promise<WrittenChild> {
	const child = {
		id: newId(),
		name: 'Wara',
		family: 'Choquehuanca',
		born: '2025-10-02',
		weightKg: 7.77
	};
	const { id, name, family, born, weightKg } = child;
	const register = {
		name,
		family,
		sex: 'f',
		bornFrom: born,
		bornTo: born,
		bornHow: 'card',
		caregiver: newId(),
		day: '2026-11-24'
	};
	const visit = {
		day: '2026-11-24',
		weightsKg: [weightKg],
		position: 'lying',
		oedema: 'none',
		counts: { weightKg },
		said: { class: 'green', action: 'next', engine: '1', rules: 1 },
		...measured
	};
	const consent = {
		keep: true,
		show: true,
		count: true,
		day: register.day,
		text: 1,
		how: 'spoken'
	};
	const bodies = { 'child.register': register, 'consent.record': consent, 'visit.record': visit };
	const entries = Object.entries(bodies).map(([kind, body], i) => ({
		id: newId(),
		kind,
		v: 1,
		subject: id,
		at: i + 1,
		n: i + 1,
		body
	}));
	const scope = `c:${programme.communities.batallas}`;
	const push = [{ scope, by: programme.marta.id, phone: newId(), entries }];
	const answer = done(
		await server.call('POST', '/api/app/sync', {
			token: programme.marta.token,
			body: { v: 1, push, cursors: {}, proof: '' }
		})
	);
	const said = answer.body.answers.map(({ s }: { s: string }) => s);
	if (said.join() !== 'ok,ok,ok') throw new Error(JSON.stringify(answer.body.answers));
	return child;
}
