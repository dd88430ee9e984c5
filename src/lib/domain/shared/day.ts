declare const brand: unique symbol;
/** A civil date of America/La_Paz, `YYYY-MM-DD`, proleptic Gregorian. */
export type Day = string & { readonly [brand]: 'Day' };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
/** La Paz keeps UTC−4 all year, without summer time (tz database, America/La_Paz, since 1932). */
const LA_PAZ_OFFSET_MS = -4 * 3_600_000;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInMonth = (year: number, month: number) =>
	month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Null for what is no date: 30 February, month 13, other shapes. */
export function parseDay(text: string): Day | null {
	const match = SHAPE.exec(text);
	if (!match) return null;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
	return text as Day;
}

/** Days since 1970-01-01 of a civil date (Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(day: Day): number {
	const [y, m, d] = day.split('-').map(Number) as [number, number, number];
	const year = m <= 2 ? y - 1 : y;
	const era = Math.floor(year / 400);
	const yearOfEra = year - era * 400;
	const dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
	const dayOfEra =
		yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date that lies `days` after 1970-01-01. */
export function dayFromNumber(days: number): Day {
	const z = days + 719_468;
	const era = Math.floor(z / 146_097);
	const doe = z - era * 146_097;
	const yoe = Math.floor(
		(doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365
	);
	const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
	const mp = Math.floor((5 * doy + 2) / 153);
	const d = doy - Math.floor((153 * mp + 2) / 5) + 1;
	const m = mp < 10 ? mp + 3 : mp - 9;
	const y = yoe + era * 400 + (m <= 2 ? 1 : 0);
	const two = (n: number) => String(n).padStart(2, '0');
	return `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}` as Day;
}

/** The day in La Paz at a moment given in milliseconds since 1970 (UTC), whatever the phone's own zone. */
export const dayAt = (epochMs: number): Day =>
	dayFromNumber(Math.floor((epochMs + LA_PAZ_OFFSET_MS) / MS_PER_DAY));

/** Whole days from one day to another; negative when `to` comes before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);
export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);
