import { describe, expect, it } from 'vitest';
import { dangersIn, reasonsIn, reasonsOf, urgencyOf, type Found } from './danger.ts';

describe('how soon a child is sent', () => {
	it.each([
		['refer-today', [], 'today'],
		['refer-within-7-days', [], 'week'],
		['refer-within-7-days', ['fits'], 'today'],
		['open-lesson', [], null],
		['next-control', [], null],
		['measure-again', [], null],
		['next-control', ['no-feeding'], 'today'],
		['open-lesson', ['vomits', 'listless'], 'today'],
		['an action of a later version', [], null]
	] as const)('%s with %j: %s', (action, dangers, urgency) => {
		expect(urgencyOf(action, dangers)).toBe(urgency);
	});
});

const well: Found = {
	class: 'grows-well',
	oedema: 'none',
	muacMm: 140,
	whz: 0.2,
	haz: -1,
	armCounts: true
};

describe('what she is sent for', () => {
	it.each([
		['thin arm', { muacMm: 112 }, [], ['arm-under-115']],
		['half a millimetre below the cut-off', { muacMm: 114.5 }, [], ['arm-under-115']],
		['arm at the cut-off', { muacMm: 115 }, [], ['arm-under-125']],
		['arm above both', { muacMm: 125 }, [], ['promoter']],
		[
			'the arm of a young infant counts for nothing',
			{ muacMm: 112, armCounts: false },
			[],
			['promoter']
		],
		['both feet swollen', { oedema: '1' }, [], ['oedema']],
		['feet not looked at', { oedema: 'unseen' }, [], ['promoter']],
		['thin for her length', { whz: -3.01 }, [], ['weight-under-3']],
		['exactly −3 is not below', { whz: -3 }, [], ['weight-under-2']],
		['exactly −2 is not below', { whz: -2 }, [], ['promoter']],
		['very short', { haz: -3.2 }, [], ['length-under-3']],
		['short only', { haz: -2.5 }, [], ['promoter']],
		[
			'a value that stands is the reason, not its z',
			{ class: 'implausible-stands', whz: -6 },
			[],
			['implausible-stands']
		],
		[
			'a young infant',
			{ class: 'young-infant', whz: -2.4 },
			[],
			['weight-under-2', 'young-infant']
		],
		[
			'several at once',
			{ oedema: '2', muacMm: 110, whz: -3.5 },
			['listless'],
			['oedema', 'arm-under-115', 'weight-under-3', 'danger-listless']
		],
		['nothing but a danger sign', {}, ['vomits'], ['danger-vomits']]
	] as const)('%s', (_, found, dangers, reasons) => {
		expect(reasonsOf({ ...well, ...found }, dangers)).toEqual(reasons);
	});

	it('a child that was never measured can be sent', () => {
		expect(reasonsOf(undefined, ['fits'])).toEqual(['danger-fits']);
		expect(reasonsOf(undefined, [])).toEqual(['promoter']);
	});
});

it('what was stored is read again, also by a version that knows less', () => {
	const stored = ['arm-under-115', 'danger-fits', 'danger-of-tomorrow', 'reason-of-tomorrow'];
	expect(dangersIn(stored)).toEqual(['fits']);
	expect(reasonsIn(stored)).toEqual(['arm-under-115']);
});
