import { describe, expect, it } from 'vitest';
import type { Day } from '../shared/day.ts';
import {
	answered,
	begin,
	isMeasuring,
	nextStep,
	readingNumber,
	type Answer,
	type Asked,
	type At,
	type Measuring,
	type Plan
} from './measuring.ts';

const start = (): Measuring =>
	begin({
		visit: 'e00000000000001',
		day: '2026-11-24' as Day,
		draw: 0.5,
		position: 'lying',
		clothes: 'light',
		tareKg: 0.3
	});
const older: Plan = { arm: true, suckling: false };
const infant: Plan = { arm: false, suckling: true };
const nothing: Asked = () => new Set();

const kg = (value: number): Answer => ({ kind: 'read', measure: 'weight', value });
const cm = (value: number): Answer => ({ kind: 'read', measure: 'length', value });
const mm = (value: number): Answer => ({ kind: 'read', measure: 'arm', value });
const lying: Answer = { kind: 'position', position: 'lying' };
const noOedema: Answer = { kind: 'oedema', oedema: 'none' };

/** Where the visit stands after each answer. */
function walk(plan: Plan, answers: readonly Answer[], asked: Asked = nothing): At[] {
	let state = start();
	return answers.map((answer) => {
		state = answered(state, answer, { plan, asked });
		return state.at;
	});
}
const after = (answers: readonly Answer[], asked: Asked = nothing): Measuring =>
	answers.reduce((state, answer) => answered(state, answer, { plan: older, asked }), start());

describe('the steps of a visit', () => {
	it.each<[string, Plan, readonly Answer[], readonly At[]]>([
		[
			'a child from six months on',
			older,
			[kg(8.4), lying, cm(68), mm(112), noOedema],
			['position', 'length', 'arm', 'oedema', 'done']
		],
		[
			'a child below six months: no arm, but how it suckles',
			infant,
			[kg(5.1), lying, cm(58), { kind: 'suckling', suckling: 'well' }, noOedema],
			['position', 'length', 'suckling', 'oedema', 'done']
		],
		[
			'what could not be measured says why and is passed over',
			older,
			[
				{ kind: 'could-not', measure: 'weight', why: 'cried' },
				lying,
				{ kind: 'could-not', measure: 'length', why: 'refused' },
				{ kind: 'could-not', measure: 'arm', why: 'no-tool' },
				{ kind: 'oedema', oedema: 'unseen' }
			],
			['position', 'length', 'arm', 'oedema', 'done']
		],
		[
			'two readings that disagree ask for a third, and three never for a fourth',
			older,
			[kg(8.4), { kind: 'again', measure: 'weight' }, kg(8.4)],
			['position', 'weight', 'position']
		]
	])('%s', (_name, plan, answers, at) => {
		expect(walk(plan, answers)).toEqual(at);
	});

	it('reads the same measure again at once while the rules ask for it', () => {
		const asked: Asked = ({ readings }) => new Set(readings.weight.length ? ['weight'] : []);
		expect(walk(older, [kg(8.4), kg(8.4)], asked)).toEqual(['weight', 'position']);
		expect(walk(older, [kg(8.4), kg(9), kg(8.5)], asked)).toEqual(['weight', 'weight', 'position']);
		expect(walk(older, [kg(8.4), kg(9), kg(9.8)], asked).at(-1)).toBe('position');
	});

	it('comes back at the end to what only later readings put in doubt', () => {
		const asked: Asked = ({ readings }) => new Set(readings.arm.length ? ['weight', 'length'] : []);
		const answers = [kg(8.4), lying, cm(68), mm(112), noOedema, kg(8.4), cm(68)];
		expect(walk(older, answers, asked)).toEqual([
			'position',
			'length',
			'arm',
			'oedema',
			'weight',
			'length',
			'done'
		]);
	});

	it('a second reading that could not be done leaves the first', () => {
		const asked: Asked = () => new Set(['weight']);
		const state = after([kg(8.4), { kind: 'could-not', measure: 'weight', why: 'cried' }], asked);
		expect(state.at).toBe('position');
		expect(state.readings.weight).toEqual([8.4]);
		expect(state.missing).toEqual({ weight: 'cried' });
	});

	it('keeps every reading as it was read, in its order', () => {
		const asked: Asked = () => new Set(['length']);
		const state = after([kg(8.4), lying, cm(68), cm(70), cm(68.4)], asked);
		expect(state.readings).toEqual({ weight: [8.4], length: [68, 70, 68.4], arm: [] });
		expect(readingNumber(state, 'arm')).toBe(1);
	});

	it('oedema cannot be passed over', () => {
		const state = after([kg(8.4), lying, cm(68), mm(140)]);
		expect(nextStep(state, { plan: older, asked: new Set() })).toBe('oedema');
	});

	it('another weight of the clothes asks nothing again', () => {
		const state = after([{ kind: 'clothes', clothes: 'full', kg: 0.7 }]);
		expect(state).toMatchObject({ at: 'weight', clothes: 'full', tareKg: 0.7 });
	});

	it('is read again after the browser was killed, unless another version wrote it', () => {
		const state = after([kg(8.4), lying]);
		expect(isMeasuring(JSON.parse(JSON.stringify(state)))).toBe(true);
		expect(isMeasuring({ ...state, v: 2 })).toBe(false);
		expect(isMeasuring(undefined)).toBe(false);
	});
});
