import { describe, expect, it } from 'vitest';
import { daysSilent, flagsOf, type OfficePhone } from './phones.ts';

const now = Date.UTC(2026, 10, 24);
const DAY = 86_400_000;
const flags = (more: Partial<OfficePhone> = {}) =>
	flagsOf(
		{
			id: 'p00000000000001',
			label: 'Celular de Qhana',
			active: true,
			last: now - DAY,
			version: '2',
			left: 900,
			faults: [],
			...more
		},
		{ now, version: '2' }
	);

describe('a phone', () => {
	it('that synced yesterday with what is current needs nobody', () => {
		expect(flags()).toEqual([]);
	});

	it('is not heard of after 14 days, or when it never synced', () => {
		expect(flags({ last: now - 13 * DAY })).toEqual([]);
		expect(flags({ last: now - 14 * DAY })).toEqual(['silent']);
		expect(flags({ last: undefined })).toEqual(['silent']);
		expect(daysSilent({ last: now - 36 * 3_600_000 }, now)).toBe(1);
	});

	it('may be old, nearly full or faulty, all at once', () => {
		const faults = [{ at: now - DAY, code: 'QuotaExceededError', route: '/session/' }];
		expect(flags({ version: '1', left: 40, faults })).toEqual(['old', 'full', 'faults']);
	});

	it('has no fault any more that is older than two weeks, and says nothing of what it never told', () => {
		const faults = [{ at: now - 15 * DAY, code: 'Error', route: '/' }];
		expect(flags({ version: '', left: undefined, faults })).toEqual([]);
	});

	it('that was shut out is that and nothing else', () => {
		expect(flags({ active: false, last: undefined })).toEqual(['revoked']);
	});
});
