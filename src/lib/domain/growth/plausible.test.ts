import { describe, expect, it } from 'vitest';
import { parseDay, type Day } from '../shared/day.ts';
import { plausibility, visitFaults } from './plausible.ts';

const say = (measure: 'weight' | 'length' | 'arm', value: number) => {
	const said = plausibility(measure, value);
	if (said.kind === 'possible') return 'possible';
	if (said.kind === 'impossible') return 'impossible';
	return `${said.meant} from ${said.unit}?`;
};

describe('a typed value', () => {
	it.each<['weight' | 'length' | 'arm', number, string]>([
		['weight', 8.1, 'possible'],
		['weight', 0.9, 'possible'],
		['weight', 0.89, 'impossible'],
		['weight', 58, 'possible'],
		['weight', 58.1, 'impossible'],
		['weight', 100, 'impossible'],
		['weight', 8100, '8.1 from g?'],
		['weight', 101, 'impossible'],
		['weight', 900, '0.9 from g?'],
		['weight', 99000, 'impossible'],
		['weight', 0, 'impossible'],
		['length', 38, 'possible'],
		['length', 37.9, 'impossible'],
		['length', 150, 'possible'],
		['length', 150.1, 'impossible'],
		['length', 0.68, '68 from m?'],
		['length', 1.052, '105.2 from m?'],
		['length', 2.9, 'impossible'],
		['length', 3, 'impossible'],
		['arm', 60, 'possible'],
		['arm', 59, 'impossible'],
		['arm', 300, 'possible'],
		['arm', 301, 'impossible'],
		['arm', 9, '90 from cm?'],
		['arm', 11.2, '112 from cm?'],
		['arm', 30, '300 from cm?'],
		['arm', 8.9, 'impossible'],
		['arm', 30.1, 'impossible'],
		['arm', NaN, 'impossible']
	])('%s %d: %s', (measure, value, expected) => {
		expect(say(measure, value)).toBe(expected);
	});

	it('that is impossible tells the limits, one of another unit what was meant', () => {
		expect(plausibility('arm', 11.2)).toEqual({ kind: 'other-unit', unit: 'cm', meant: 112 });
		expect(plausibility('weight', 70)).toEqual({ kind: 'impossible', least: 0.9, most: 58 });
	});
});

describe('a visit', () => {
	const day = (text: string): Day => parseDay(text)!;
	const today = day('2026-11-24');
	const good = {
		sex: 'f',
		birth: { kind: 'exact', day: day('2025-10-02') },
		day: today,
		today
	} as const;

	it('has nothing against it', () => {
		expect(visitFaults(good)).toEqual([]);
		expect(visitFaults({ ...good, birth: { kind: 'exact', day: today } })).toEqual([]);
	});

	it('before birth, in the future, of unknown sex or birth is told, all at once', () => {
		expect(visitFaults({ ...good, day: day('2025-10-01') })).toEqual(['before-birth']);
		expect(visitFaults({ ...good, day: day('2026-11-25') })).toEqual(['in-future']);
		expect(visitFaults({ ...good, sex: undefined, birth: { kind: 'unknown' } })).toEqual([
			'birth-unknown',
			'sex-unknown'
		]);
	});

	it('within an approximate birth is not before it', () => {
		const birth = { kind: 'between', first: day('2026-11-01'), last: day('2026-11-30') } as const;
		expect(visitFaults({ ...good, birth })).toEqual([]);
		expect(visitFaults({ ...good, birth, day: day('2026-10-31') })).toEqual(['before-birth']);
	});
});
