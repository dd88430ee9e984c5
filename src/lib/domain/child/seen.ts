import {
	ageWindow,
	assess,
	type AgeWindow,
	type Assessed,
	type Birth,
	type Measured,
	type Seen,
	type Sex,
	type Tables
} from '../growth/index.ts';
import { dayNumber, daysBetween } from '../shared/day.ts';
import type { Child, Visit } from './rows.ts';

/** What is known of a child before anything is read. */
export interface About {
	readonly sex: Sex | undefined;
	readonly birth: Birth;
	/** Earlier visits, the earliest first. */
	readonly earlier: readonly Visit[];
	readonly tables: Tables;
}

export const sexOf = (sex: Child['sex']): Sex | undefined => (sex === 'unknown' ? undefined : sex);

/** Changes when the birth date is corrected. */
export const birthVersion = (birth: Birth): string => {
	if (birth.kind === 'exact') return birth.day;
	return birth.kind === 'between' ? `${birth.first}/${birth.last}` : '';
};

const given = (value: number | null): number | undefined => value ?? undefined;

export const ageOfVisit = ({ day }: Visit, { birth }: About): AgeWindow | undefined =>
	ageWindow(birth, day);

/** z of a stored visit by what is known of the birth today. Ranges are never compared: none is made. */
function zOf(visit: Visit, { sex, birth, tables }: About): Partial<Assessed['z']> {
	if (birth.kind !== 'exact') return {};
	const { day, weightKg, lengthCm, muacMm, position } = visit;
	return assess(
		{
			sex,
			birth,
			day,
			weight: given(weightKg),
			length: given(lengthCm),
			position: position === 'unknown' ? undefined : position,
			armMm: given(muacMm),
			oedema: 'none'
		},
		tables
	).z;
}

/** A stored visit as the repeat rules compare with it. */
export function measuredOf(visit: Visit, about: About): Measured {
	const { birth } = about;
	return {
		ageDays: birth.kind === 'exact' ? daysBetween(birth.day, visit.day) : undefined,
		day: dayNumber(visit.day),
		weight: given(visit.weightKg),
		length: given(visit.lengthCm),
		arm: given(visit.muacMm),
		position: visit.position === 'unknown' ? undefined : visit.position,
		z: zOf(visit, about)
	};
}

/** A stored visit as the trend compares with it. */
export function seenOf(visit: Visit, about: About): Seen {
	const { ageDays, day, weight, position, z } = measuredOf(visit, about);
	const version = birthVersion(about.birth);
	return { ageDays, day, weight, position, birthVersion: version, wfa: z.wfa, lfa: z.lfa };
}
