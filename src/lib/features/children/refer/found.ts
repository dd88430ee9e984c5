import type { ChildFile } from '#lib/app/children.svelte.ts';
import type { Found } from '#lib/domain/child/danger.ts';
import { birthOf, type Visit } from '#lib/domain/child/rows.ts';
import { shownVisits } from '#lib/domain/child/same-day.ts';
import { ageWindow } from '#lib/domain/growth/index.ts';
import { ARM_CUT_OFFS } from '#lib/domain/growth/acute.ts';
import { DAYS_PER_MONTH } from '#lib/domain/growth/age.ts';

/** The newest measuring, as reasons are made of it. */
export function foundIn(file: ChildFile): (Visit & Found) | undefined {
	const [visit] = shownVisits(file.visits);
	if (!visit) return undefined;
	const age = ageWindow(birthOf(file.child), visit.day);
	const armCounts = !age || age.youngest / DAYS_PER_MONTH >= ARM_CUT_OFFS.fromMonths;
	return { ...visit, armCounts };
}
