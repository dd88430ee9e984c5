import { describe, expect, it } from 'vitest';
import type { Visit } from '#lib/domain/child/rows.ts';
import type { Birth } from '#lib/domain/growth/index.ts';
import { visitTables } from '#lib/domain/growth/visit-tables.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import { marksOf, seriesOf, windowFor } from './series.ts';

const born = '2024-01-01' as Day;
const exact: Birth = { kind: 'exact', day: born };
const visit = (day: string, more: Partial<Visit> = {}) =>
	({
		id: `v${day.replaceAll('-', '')}` as Id,
		day: day as Day,
		weightKg: 8.1,
		lengthCm: 70,
		muacMm: 132,
		headCm: null,
		position: 'lying',
		oedema: 'none',
		waz: null,
		haz: null,
		whz: null,
		class: 'grows-well',
		action: 'next-control',
		lesson: '',
		nextOn: null,
		seenOn: null,
		followedOn: null,
		outcome: '',
		...more
	}) as Visit;
const girl = (visits: readonly Visit[], birth: Birth = exact) => ({
	birth,
	sex: 'f' as const,
	visits
});

describe('the lines', () => {
	it('are WHO’s: girls’ weight at 12 months', () => {
		const { lines } = seriesOf('weight', '0-24', girl([]), visitTables);
		const at12 = lines.map(({ z, points }) => {
			const near = points.reduce((best, point) =>
				Math.abs(point.x - 12) < Math.abs(best.x - 12) ? point : best
			);
			return [z, near.y];
		});
		// WHO, weight for age, girls, 12 months: 6.3 · 7.0 · 8.9 · 11.5 · 13.1 kg
		for (const [place, kg] of [6.3, 7.0, 8.9, 11.5, 13.1].entries()) {
			expect(at12[place]?.[1]).toBeCloseTo(kg, 0.5);
		}
		expect(lines.map(({ z }) => z)).toEqual([-3, -2, 0, 2, 3]);
	});

	it('length goes straight down by 0.7 cm at 24 months, and the screen is told so', () => {
		const { lines, steps } = seriesOf('length', '0-60', girl([]), visitTables);
		const median = lines.find(({ z }) => z === 0)!.points;
		const drop = median.findIndex((point, i) => i > 0 && point.y < median[i - 1]!.y);
		expect(median[drop]!.x).toBeCloseTo(24.0, 1);
		expect(median[drop - 1]!.y - median[drop]!.y).toBeCloseTo(0.7, 1);
		expect(steps).toBe(true);
		expect(seriesOf('length', '24-60', girl([]), visitTables).steps).toBe(false);
		expect(seriesOf('weight', '0-60', girl([]), visitTables).steps).toBe(false);
	});

	it('of the arm are in mm and begin where the standard begins, at three months', () => {
		const { lines } = seriesOf('arm', '0-24', girl([]), visitTables);
		expect(lines[2]!.points[0]!.x).toBeCloseTo(3, 0);
		expect(lines[2]!.points[0]!.y).toBeGreaterThan(120);
	});

	it('are left out when the sex is not known; the points stay', () => {
		const series = seriesOf(
			'weight',
			'0-24',
			{ ...girl([visit('2024-10-01')]), sex: undefined },
			visitTables
		);
		expect(series.lines).toEqual([]);
		expect(series.marks).toHaveLength(1);
	});

	it('have at most 120 points each', () => {
		for (const measure of ['weight', 'length', 'arm'] as const) {
			for (const { points } of seriesOf(measure, '0-60', girl([]), visitTables).lines) {
				expect(points.length).toBeLessThanOrEqual(120);
			}
		}
	});
});

describe('the points', () => {
	it('an approximate birth date makes a bar from the youngest to the oldest age', () => {
		const birth: Birth = { kind: 'between', first: born, last: '2024-01-31' as Day };
		const [mark] = marksOf('weight', girl([visit('2024-07-01')], birth), visitTables);
		expect(mark!.to - mark!.from).toBeCloseTo(30 / 30.4375, 5);
		expect(mark!.z.kind).toBe('range');
	});

	it.each([
		['no birth date', { kind: 'unknown' } as Birth, {}],
		['not weighed', exact, { weightKg: null }]
	])('%s: no point', (_, birth, more) => {
		expect(marksOf('weight', girl([visit('2024-07-01', more)], birth), visitTables)).toEqual([]);
	});

	it('an implausible value is flagged', () => {
		const marks = marksOf(
			'weight',
			girl([visit('2024-07-01'), visit('2024-08-01', { weightKg: 2 })]),
			visitTables
		);
		expect(marks.map(({ flagged }) => flagged)).toEqual([false, true]);
	});

	it.each([
		['lying at 30 months', '2026-07-01', 'lying', 87.3, 88],
		['standing at 30 months', '2026-07-01', 'standing', 88, 88],
		['standing at 18 months', '2025-07-01', 'standing', 88.7, 88],
		['lying at 18 months', '2025-07-01', 'lying', 88, 88],
		['position not known', '2025-07-01', 'unknown', 88, 88]
	] as const)(
		'length, %s, is drawn as the line expects it and kept as read',
		(_, day, position, y, read) => {
			const [mark] = marksOf('length', girl([visit(day, { lengthCm: 88, position })]), visitTables);
			expect(mark!.y).toBeCloseTo(y, 6);
			expect(mark!.read).toBe(read);
		}
	);

	it.each([
		[[], '0-6'],
		[['2024-05-01'], '0-6'],
		[['2024-05-01', '2025-03-01'], '0-24'],
		[['2024-05-01', '2026-03-01'], '24-60'],
		[['2025-12-31'], '0-24']
	] as const)('measured on %j: first shown in %s', (days, window) => {
		const marks = marksOf('weight', girl(days.map((day) => visit(day))), visitTables);
		expect(windowFor(marks)).toBe(window);
	});

	it('only those of the window, and room for a point outside the lines', () => {
		const heavy = visit('2024-10-01', { weightKg: 21.4 });
		const { marks, high } = seriesOf(
			'weight',
			'0-24',
			girl([heavy, visit('2026-08-01')]),
			visitTables
		);
		expect(marks.map(({ id }) => id)).toEqual([heavy.id]);
		expect(high).toBe(25);
	});
});
