import { expect, it } from 'vitest';
import { isBelievable } from './believable.ts';

const DAY = 86_400_000;
const built = Date.parse('2026-11-20T12:00:00Z');
const last = Date.parse('2026-11-24T15:00:00Z');

it.each([
	['1 January 1970', 0, false],
	['before the app was built', built - 2 * DAY, false],
	['behind the own last entry', last - DAY, false],
	['a little behind it: clocks drift', last - 60_000, true],
	['the same day', last + DAY / 3, true],
	['60 days later', last + 60 * DAY, true],
	['more than 60 days later', last + 61 * DAY, false],
	['in 2100', Date.parse('2100-01-01T00:00:00Z'), false]
])('a clock %s', (_, now, right) => expect(isBelievable(now, { built, last })).toBe(right));

it('on a phone without entries any day since the build may be today', () => {
	expect(isBelievable(built + 300 * DAY, { built, last: 0 })).toBe(true);
	expect(isBelievable(built - 2 * DAY, { built, last: 0 })).toBe(false);
});
