/** A civil date as `2026-11-24`; arithmetic without a clock and without a time zone. */
export type Iso = string;

const DAY = 86_400_000;
const pad = (value: number, length = 2) => String(value).padStart(length, '0');
const dateOf = (iso: Iso) => new Date(`${iso}T00:00:00Z`);
const isoOf = (date: Date): Iso =>
	`${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;

export const addDays = (iso: Iso, days: number): Iso =>
	isoOf(new Date(dateOf(iso).getTime() + days * DAY));

/** The 31st becomes the last day of a shorter month. */
export function addMonths(iso: Iso, months: number): Iso {
	const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
	const last = new Date(Date.UTC(year, month + months, 0));
	return `${isoOf(last).slice(0, 8)}${pad(Math.min(day, last.getUTCDate()))}`;
}

/** Days of the month of a date, each at its place in weeks from Monday; empty places are undefined. */
export function placesOfMonth(iso: Iso): readonly (Iso | undefined)[] {
	const [year = 0, month = 1] = iso.split('-').map(Number);
	const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
	const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
	return Array.from({ length: Math.ceil((lead + count) / 7) * 7 }, (_, place) => {
		const day = place - lead + 1;
		return day < 1 || day > count ? undefined : `${iso.slice(0, 8)}${pad(day)}`;
	});
}
