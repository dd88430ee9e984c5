import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { ageFromDays, ageFromMonths } from './age.ts';
import { allTables } from './all-tables.ts';
import { INDICATORS, type Indicator } from './indicators.ts';
import type { ZResult } from './reason.ts';
import { schoolAge } from './school.ts';
import { underFive, type Reading } from './under-five.ts';

// thousands of cases: slow on a busy machine
vi.setConfig({ testTimeout: 60_000 });

type Row = Record<string, string>;

function csv(name: string): Row[] {
	const [head = '', ...lines] = readFileSync(`tests/fixtures/who/${name}`, 'utf8')
		.trimEnd()
		.split('\n');
	const names = head.split(',');
	return lines.map((line) => {
		const cells = line.split(',');
		return Object.fromEntries(names.map((column, i) => [column, cells[i] ?? '']));
	});
}

const number = (text: string | undefined) => (text ? Number(text) : undefined);
const SEX: Record<string, 'm' | 'f'> = { '1': 'm', m: 'm', M: 'm', '2': 'f', f: 'f', F: 'f' };
const sexOf = (text: string | undefined) => SEX[text ?? ''];
const oedemaOf = (text: string | undefined) => ['y', 'Y', '1'].includes(text ?? '');

function reading(row: Row): Reading {
	const age = number(row.age);
	const position = row.measure?.toLowerCase();
	return {
		sex: sexOf(row.sex),
		age:
			age === undefined ? undefined : row.age_unit === 'm' ? ageFromMonths(age) : ageFromDays(age),
		weight: number(row.weight),
		length: number(row.lenhei),
		position: position === 'l' ? 'lying' : position === 'h' ? 'standing' : undefined,
		head: number(row.headc),
		arm: number(row.armc),
		triceps: number(row.triskin),
		subscapular: number(row.subskin),
		oedema: oedemaOf(row.oedema)
	};
}

const zText = (result: ZResult) => (result.kind === 'z' ? result.z.toFixed(2) : '');
const flagText = (result: ZResult) => (result.kind === 'z' ? (result.flagged ? '1' : '0') : '');

const close = (got: unknown, expected: string | undefined) =>
	expected
		? typeof got === 'number' &&
			Math.abs(got - Number(expected)) <= 1e-12 * Math.abs(Number(expected))
		: typeof got !== 'number';

describe('the engine answers as WHO’s own packages do', () => {
	const columns: Record<Indicator, string> = {
		lfa: 'len',
		wfa: 'wei',
		wfl: 'wfl',
		bfa: 'bmi',
		hcfa: 'hc',
		acfa: 'ac',
		tsfa: 'ts',
		ssfa: 'ss'
	};

	it('for every row and column of golden.csv', () => {
		const rows = csv('golden.csv');
		const wrong: string[] = [];
		for (const row of rows) {
			const input = reading(row);
			const got = underFive(input, allTables);
			const same = (column: string, text: string) => {
				if (row[column] !== text) wrong.push(`${row.id} ${column} ${row[column]} ≠ ${text}`);
			};
			for (const indicator of INDICATORS) {
				same(`z${columns[indicator]}`, zText(got[indicator]));
				same(`f${columns[indicator]}`, flagText(got[indicator]));
			}
			same('out_age_days', input.age ? String(input.age.days) : '');
			same('out_clenhei', typeof got.usedLength === 'number' ? String(got.usedLength) : '');
			same('out_cmeasure', { lying: 'l', standing: 'h', none: '' }[got.cleaned.position ?? 'none']);
			same('out_c9mo_flag', got.cleaned.standingIgnored ? '1' : '0');
			if (!close(got.bmi, row.out_cbmi)) wrong.push(`${row.id} bmi`);
		}
		expect(rows).toHaveLength(4293);
		expect(wrong).toEqual([]);
	});

	it('for every row and column of golden_5_19.csv', () => {
		const rows = csv('golden_5_19.csv');
		const wrong: string[] = [];
		for (const row of rows) {
			const months = number(row.age_months);
			const got = schoolAge(
				{
					sex: sexOf(row.sex),
					age: months === undefined ? undefined : ageFromMonths(months),
					height: number(row.height),
					weight: number(row.weight),
					oedema: oedemaOf(row.oedema)
				},
				allTables
			);
			for (const name of ['hfa', 'wfa', 'bfa'] as const) {
				if (row[`z${name}`] !== zText(got[name])) wrong.push(`${row.id} z${name}`);
				if (row[`f${name}`] !== flagText(got[name])) wrong.push(`${row.id} f${name}`);
			}
			if (!close(got.bmi, row.out_cbmi)) wrong.push(`${row.id} bmi`);
		}
		expect(rows).toHaveLength(1000);
		expect(wrong).toEqual([]);
	});
});
