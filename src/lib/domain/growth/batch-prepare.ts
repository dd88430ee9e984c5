import { DAYS_PER_MONTH, HEIGHT_FROM_DAYS, roundHalfUp } from './age.ts';
import { LYING, STANDING, type Columns, type Scores } from './columns.ts';
import { bodyMassIndex, POSITION_DIFFERENCE_CM, STANDING_FROM_MONTHS } from './length.ts';

const isPositive = (value: number) => value > 0 && value < Infinity;

/** Ages, position, length and BMI of every row, as underFive() has them for one child. */
export function prepare(columns: Columns, out: Scores): void {
	const { days, months, length, position, weight } = columns;
	for (let i = 0; i < columns.size; i++) {
		const exact = days[i] ?? NaN;
		const inMonths = months ? (months[i] ?? NaN) : exact / DAYS_PER_MONTH;
		const age = roundHalfUp(exact);
		const read = position[i] ?? 0;
		const ignored = read === STANDING && inMonths < STANDING_FROM_MONTHS;
		const how = ignored ? 0 : read;
		let cm = length[i] ?? NaN;
		if (isPositive(cm)) {
			if (age < HEIGHT_FROM_DAYS && how === STANDING) cm += POSITION_DIFFERENCE_CM;
			else if (age >= HEIGHT_FROM_DAYS && how === LYING) cm -= POSITION_DIFFERENCE_CM;
		}
		if (!isPositive(cm)) cm = NaN;
		const kg = weight[i] ?? NaN;
		out.ageDays[i] = age;
		out.ageMonths[i] = inMonths;
		out.position[i] = how;
		out.standingIgnored[i] = ignored ? 1 : 0;
		out.usedLength[i] = cm;
		out.bmi[i] = isPositive(kg) ? bodyMassIndex(kg, cm) : NaN;
	}
}
