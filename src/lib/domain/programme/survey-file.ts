import { dayNumber, parseDay } from '../shared/day.ts';
import { shortDay } from '../shared/format.ts';

/** A child as she was measured last in a round; nothing here names her. */
export interface SurveyChild {
	/** Only to tell places apart: they are numbered in the file. */
	readonly place: string;
	readonly sex: string;
	readonly bornFrom: string;
	readonly bornTo: string;
	readonly day: string;
	readonly weightKg: number | null;
	readonly lengthCm: number | null;
	readonly muacMm: number | null;
	readonly headCm: number | null;
	readonly position: string;
	readonly oedema: string;
}

/**
 * Columns of WHO's Anthro Survey Analyser and of its R package `anthro` 1.1.0. One row for each child and
 * round; what nobody read is empty.
 */
export const SURVEY_COLUMNS =
	'id,team,cluster,strata,sw,dob,dov,age,sex,weight,lenhei,measure,oedema,headc,armc,triskin,subskin,typeres,gregion,wealthq,mothered,othergr'.split(
		','
	);

const SEX: Readonly<Record<string, string>> = { m: '1', f: '2' };
const MEASURE: Readonly<Record<string, string>> = { lying: 'L', standing: 'H' };
const OEDEMA: Readonly<Record<string, string>> = { none: 'n', present: 'y' };

const fixed = (value: number | null, decimals: number): string =>
	value === null ? '' : value.toFixed(decimals);

/** Days from the middle of the time in which she can have been born; empty where it is not known. */
function ageInDays({ bornFrom, bornTo, day }: SurveyChild): string {
	const [from, to, on] = [bornFrom, bornTo, day].map(parseDay);
	if (!from || !to || !on) return '';
	return String(dayNumber(on) - Math.floor((dayNumber(from) + dayNumber(to)) / 2));
}

function rowOf(child: SurveyChild, { id, cluster }: { id: number; cluster: number }): string[] {
	const born = child.bornFrom === child.bornTo ? parseDay(child.bornFrom) : null;
	const seen = parseDay(child.day);
	const cells: Readonly<Record<string, string>> = {
		id: String(id),
		cluster: String(cluster),
		dob: born ? shortDay(born) : '',
		dov: seen ? shortDay(seen) : '',
		age: ageInDays(child),
		sex: SEX[child.sex] ?? '',
		weight: fixed(child.weightKg, 2),
		lenhei: fixed(child.lengthCm, 1),
		measure: MEASURE[child.position] ?? '',
		oedema: OEDEMA[child.oedema] ?? '',
		headc: fixed(child.headCm, 1),
		armc: fixed(child.muacMm === null ? null : child.muacMm / 10, 1)
	};
	return SURVEY_COLUMNS.map((column) => cells[column] ?? '');
}

/** The file: its head, and the children in the order they are given; numbers of children and places are
 * new in each file, so that two files cannot be laid beside each other to find somebody. */
export function surveyRows(children: readonly SurveyChild[]): string[][] {
	const places = [...new Set(children.map(({ place }) => place))];
	return [
		SURVEY_COLUMNS,
		...children.map((child, i) =>
			rowOf(child, { id: i + 1, cluster: places.indexOf(child.place) + 1 })
		)
	];
}
