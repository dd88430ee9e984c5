// A fictional programme, the same for the same day and seed: told by the phones that wrote it.
import type { Entry } from '#lib/domain/journal/entry.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import {
	communityScope,
	groupScope,
	type Id,
	type PhoneId,
	type ScopeId
} from '#lib/domain/shared/ids.ts';
import { Chance } from './chance.ts';
import { tellCommunity } from './children.ts';
import { tellGroup } from './learning.ts';
import type { TaughtLesson } from './lessons.ts';
import { COMMUNITIES, GROUPS } from './names.ts';
import { Pen } from './pen.ts';

export const SEED = 3800;
const MEMBERS = 20;
const CHILDREN = 24;

export interface DemoAccount {
	readonly id: Id;
	readonly username: string;
	readonly name: string;
	readonly grants: readonly {
		readonly role: 'facilitator' | 'promoter';
		readonly scope: ScopeId;
	}[];
	readonly phone: PhoneId;
	readonly entries: readonly Entry[];
}

export interface DemoGroup {
	readonly id: Id;
	readonly name: string;
	readonly community: Id;
	/** Who makes the code that lets its phone in. */
	readonly facilitator: string;
	readonly phone: PhoneId;
	readonly entries: readonly Entry[];
}

export interface World {
	readonly communities: readonly { readonly id: Id; readonly name: string }[];
	readonly groups: readonly DemoGroup[];
	readonly accounts: readonly DemoAccount[];
	readonly targets: readonly { readonly indicator: string; readonly value: number }[];
}

const FACILITATORS = [
	['elena', 'Elena Condori'],
	['lidia', 'Lidia Ticona'],
	['rosa', 'Rosa Apaza']
] as const;
const PROMOTERS = [
	['marta', 'Marta Choque'],
	['severo', 'Severo Nina'],
	['felipa', 'Felipa Yujra']
] as const;

interface Staff {
	readonly id: Id;
	readonly username: string;
	readonly name: string;
	readonly pen: Pen;
	readonly scopes: ScopeId[];
}

const staffOf = (chance: Chance, people: readonly (readonly [string, string])[]): Staff[] =>
	people.map(([username, name]) => ({
		id: chance.id(),
		username,
		name,
		pen: new Pen(chance.id(), chance.id),
		scopes: []
	}));

const account =
	(role: 'facilitator' | 'promoter') =>
	(one: Staff): DemoAccount => ({
		id: one.id,
		username: one.username,
		name: one.name,
		grants: one.scopes.map((scope) => ({ role, scope })),
		phone: one.pen.phone,
		entries: one.pen.entries()
	});

/** Courses begin at another place in every group. */
const turned = <T>(list: readonly T[], by: number): T[] => [
	...list.slice(by),
	...list.slice(0, by)
];

/** The whole programme as of a day. */
export function makeWorld(today: Day, lessons: readonly TaughtLesson[], seed = SEED): World {
	const chance = new Chance(seed);
	const facilitators = staffOf(chance, FACILITATORS);
	const promoters = staffOf(chance, PROMOTERS);
	const groups: DemoGroup[] = [];
	const communities = COMMUNITIES.map((name, c) => {
		const id = chance.id();
		const promoter = promoters[c % promoters.length];
		if (promoter) {
			const scope = communityScope(id);
			promoter.scopes.push(scope);
			tellCommunity({ chance, today, scope, place: 'Batallas', promoter, children: CHILDREN });
		}
		for (const group of GROUPS[c] ?? []) {
			const facilitator = facilitators[groups.length % facilitators.length];
			if (!facilitator) continue;
			const made = { id: chance.id(), name: group, community: id };
			const scope = groupScope(made.id);
			facilitator.scopes.push(scope);
			const pen = new Pen(chance.id(), chance.id);
			const order = turned(lessons, (groups.length * 7) % lessons.length);
			tellGroup({ chance, today, scope, pen, facilitator, lessons: order, members: MEMBERS });
			groups.push({
				...made,
				facilitator: facilitator.username,
				phone: pen.phone,
				entries: pen.entries()
			});
		}
		return { id, name };
	});
	const accounts = [
		...facilitators.map(account('facilitator')),
		...promoters.map(account('promoter'))
	];
	return { communities, groups, accounts, targets: TARGETS };
}

/** What the project has promised. */
const TARGETS = [
	{ indicator: 'people-reached', value: 300 },
	{ indicator: 'lessons-heard', value: 4000 },
	{ indicator: 'practices-doing', value: 600 },
	{ indicator: 'practices-verified', value: 250 },
	{ indicator: 'children-followed', value: 150 }
] as const;
