// What the story of a community's children is told with.
import type { Birth } from '#lib/domain/growth/index.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import type { Chance } from './chance.ts';
import type { Course } from './child-growth.ts';
import type { Pen } from './pen.ts';
import type { Verdict, Visit } from './verdict.ts';

export interface CommunityStory {
	readonly chance: Chance;
	readonly today: Day;
	readonly scope: ScopeId;
	readonly place: string;
	readonly promoter: { readonly id: Id; readonly pen: Pen };
	readonly children: number;
}

export interface Child {
	readonly id: Id;
	readonly caregiver: Id;
	readonly sex: 'f' | 'm';
	readonly birth: Birth;
	readonly born: Day;
	readonly course: Course;
	readonly own: number;
	readonly registered: Day;
}

export interface Told {
	readonly visit: Visit;
	readonly verdict: Verdict;
}

/** Version of the text of consent that was read out. */
export const TEXT_OF_CONSENT = 1;

export function write<K extends Parameters<Pen['write']>[0]['kind']>(
	{ scope, promoter }: CommunityStory,
	fact: { kind: K; subject: Id; day: Day; body: object; id?: Id }
): Id {
	return promoter.pen.write({ ...fact, scope, by: promoter.id, body: fact.body as never });
}
