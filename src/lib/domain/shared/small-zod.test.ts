import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { lacks } from '../../../../scripts/parts/schemas.ts';

interface Door {
	safeParse(value: unknown): { success: boolean };
}
async function doors(): Promise<Map<string, { door: Door; examples: readonly unknown[] }>> {
	const { registry } = await import('../journal/registry.ts');
	const { envelope } = await import('../journal/wire.ts');
	const { answer } = await import('../../sync/answer.ts');
	const found = new Map<string, { door: Door; examples: readonly unknown[] }>();
	for (const kind of registry.kinds)
		found.set(kind.kind, { door: kind.body, examples: kind.examples });
	const id = 'a'.repeat(15);
	const frame = {
		id,
		kind: 'x',
		v: 1,
		scope: `g:${id}`,
		subject: id,
		at: 1,
		n: 1,
		by: id,
		phone: id
	};
	found.set('envelope', { door: envelope, examples: [{ ...frame, body: {} }] });
	const page = { reset: false, cursor: [0, ''], rows: [[1, 1, id]] };
	const said = {
		v: 1,
		now: 1,
		account: 'none',
		answers: [{ id, s: 'ok' }],
		reads: { phone: [`g:${id}`], account: [] },
		scopes: { [`g:${id}`]: page },
		more: false,
		resend: false
	};
	found.set('answer', { door: answer, examples: [said] });
	return found;
}

const ODD = [
	undefined,
	null,
	'',
	'x',
	'x'.repeat(4000),
	0,
	-1,
	0.5,
	1e300,
	NaN,
	true,
	[],
	{},
	[1],
	'2026-02-30'
];
const LEAVE = Symbol('leave');

/** The same value with one thing in it changed, at a random place. */
function bent(value: unknown, pick: (below: number) => number): unknown {
	if (typeof value !== 'object' || value === null || pick(4) === 0) return ODD[pick(ODD.length)];
	if (Array.isArray(value)) {
		if (value.length === 0 || pick(4) === 0) return [...value, ODD[pick(ODD.length)]];
		const place = pick(value.length);
		return value.map((each, i) => (i === place ? bent(each, pick) : each));
	}
	const keys = Object.keys(value);
	const key = keys.length === 0 || pick(5) === 0 ? 'stranger' : (keys[pick(keys.length)] ?? '');
	const inner = (value as Record<string, unknown>)[key];
	const next = pick(4) === 0 ? LEAVE : bent(inner, pick);
	const { [key]: _, ...rest } = value as Record<string, unknown>;
	return next === LEAVE ? rest : { ...rest, [key]: next };
}

it('has all that schemas of entries and answers ask for', () => {
	expect(lacks()).toEqual([]);
});

it('says yes and no where zod does', async () => {
	const large = await doors();
	vi.resetModules();
	vi.doMock('zod/mini', () => import('./small-zod.ts'));
	const small = await doors();
	vi.doUnmock('zod/mini');
	for (const [name, { door, examples }] of large) {
		const twin = small.get(name)?.door;
		for (const example of examples) {
			expect(door.safeParse(example).success, name).toBe(true);
			expect(twin?.safeParse(example).success, name).toBe(true);
		}
		const values = fc.tuple(
			fc.constantFrom(...examples),
			fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 }),
			fc.integer({ min: 1, max: 3 })
		);
		fc.assert(
			fc.property(values, ([example, dice, times]) => {
				let at = 0;
				const pick = (below: number) => (dice[at++ % dice.length] ?? 0) % below;
				let value = example;
				for (let i = 0; i < times; i++) value = bent(value, pick);
				expect(twin?.safeParse(value).success, `${name} ${JSON.stringify(value)}`).toBe(
					door.safeParse(value).success
				);
			}),
			{ numRuns: 400 }
		);
	}
});
