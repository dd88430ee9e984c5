// The children of one community: registered, measured, referred and followed for two years.
import { callOn, endings, refer } from './aftercare.ts';
import {
	TEXT_OF_CONSENT,
	write,
	type Child,
	type CommunityStory,
	type Told
} from './child-story.ts';
import type { Birth } from '#lib/domain/growth/index.ts';
import { addDays, daysBetween, type Day } from '#lib/domain/shared/day.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import type { Chance } from './chance.ts';
import { COURSES, readingOf, type Course, type Reading } from './child-growth.ts';
import { BOYS, GIRLS, SURNAMES, WOMEN } from './names.ts';
import { verdictOf, type Past, type Visit } from './verdict.ts';

/** Of 24 children: most grow as they should. */
const SHARE: readonly Course[] = [
	...Array.from({ length: 10 }, () => 'well' as const),
	...Array.from({ length: 6 }, () => 'short' as const),
	...COURSES.slice(2)
];

/** Writes the whole story of a community's children. */
export function tellCommunity(story: CommunityStory): void {
	let caregiver: Id | undefined;
	for (let i = 0; i < story.children; i++) {
		const course = SHARE[i % SHARE.length] ?? 'well';
		// one in six has a brother or sister in the register
		const mother = i % 6 === 5 && caregiver ? caregiver : addCaregiver(story);
		caregiver = mother;
		const child = register(story, { course, caregiver: mother, i });
		follow(story, child);
		endings(story, child, i);
	}
}

function addCaregiver(story: CommunityStory): Id {
	const { chance, today } = story;
	const id = chance.id();
	const day = addDays(today, -729);
	const name = `${chance.pick(WOMEN)} ${chance.pick(SURNAMES)}`;
	const relation = chance.some(0.85) ? 'mother' : 'grandmother';
	const language = chance.pick(['es', 'ay', 'both'] as const);
	write(story, {
		kind: 'caregiver.add',
		subject: id,
		day,
		body: { name, relation, day, language }
	});
	return id;
}

function birthOf(chance: Chance, born: Day, i: number): { birth: Birth; body: object } {
	if (i % 12 === 11) return { birth: { kind: 'unknown' }, body: { bornHow: 'unknown' } };
	if (i % 8 === 7) {
		const first = addDays(born, -chance.between(3, 20));
		const last = addDays(first, 28);
		const body = { bornFrom: first, bornTo: last, bornHow: 'calendar' };
		return { birth: { kind: 'between', first, last }, body };
	}
	const bornHow = chance.some(0.8) ? 'card' : 'certificate';
	return { birth: { kind: 'exact', day: born }, body: { bornFrom: born, bornTo: born, bornHow } };
}

/** One in a community has outgrown the tables for under fives. */
function ageToday(chance: Chance, course: Course, i: number): number {
	if (course === 'thin-newborn') return chance.between(60, 150);
	return i === 13 ? chance.between(1900, 1990) : chance.between(120, 1780);
}

function register(
	story: CommunityStory,
	{ course, caregiver, i }: { course: Course; caregiver: Id; i: number }
): Child {
	const { chance, today } = story;
	const ageNow = ageToday(chance, course, i);
	const born = addDays(today, -ageNow);
	const sex = chance.some(0.5) ? 'f' : 'm';
	const young = addDays(born, chance.between(10, 60));
	const start = addDays(today, -728);
	const registered = young > start ? young : start;
	const id = chance.id();
	const { birth, body } = birthOf(chance, born, i);
	write(story, {
		kind: 'child.register',
		subject: id,
		day: registered,
		body: {
			name: chance.pick(sex === 'f' ? GIRLS : BOYS),
			family: chance.pick(SURNAMES),
			sex,
			...body,
			caregiver,
			day: registered
		}
	});
	const show = !(i % 10 === 9);
	const how = chance.pick(['spoken', 'signed', 'thumb'] as const);
	write(story, {
		kind: 'consent.record',
		subject: id,
		day: registered,
		body: { keep: true, show, count: true, day: registered, text: TEXT_OF_CONSENT, how, caregiver }
	});
	const own = chance.normal(0, 0.25);
	return { id, caregiver, sex, birth, born, course, own, registered };
}

/** Visit after visit, each when the one before asked for it, or a little later. */
function follow(story: CommunityStory, child: Child): void {
	const { chance, today } = story;
	const seen: Past['seen'][number][] = [];
	const classes: Past['classes'][number][] = [];
	for (let day = child.registered; day < today;) {
		const visit = visitOn(story, child, day);
		if (!visit) return;
		const verdict = verdictOf(child, visit, { seen, classes });
		record(story, child, { visit, verdict });
		seen.push(verdict.seen);
		classes.unshift(verdict.said.class);
		day = addDays(day, Math.max(7, verdict.days) + chance.between(0, 21));
	}
}

function visitOn({ chance, today }: CommunityStory, child: Child, day: Day): Visit | undefined {
	const moment = { ageDays: daysBetween(child.born, day), toNow: daysBetween(day, today) };
	const read = readingOf(chance, child, moment);
	if (!read) return undefined;
	const swollen = child.course === 'very-wasted' && moment.toNow < 20;
	const oedema = swollen ? 'present' : 'none';
	if (chance.some(0.015))
		return { ...read, day, oedema, lengthCm: read.lengthCm + 20, repeated: chance.some(0.5) };
	if (chance.some(0.03)) return { day, oedema: 'not-seen', muacMm: read.muacMm };
	return { ...read, day, oedema };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

function readings({ weightKg, lengthCm, muacMm }: Partial<Reading>) {
	const tareKg = 0.3;
	return {
		...(weightKg === undefined ? {} : { weightsKg: [tenth(weightKg + tareKg)], tareKg }),
		...(lengthCm === undefined ? {} : { lengthsCm: [lengthCm, tenth(lengthCm + 0.1)] }),
		...(muacMm === undefined ? {} : { muacsMm: [muacMm] }),
		counts: {
			...(weightKg === undefined ? {} : { weightKg }),
			...(lengthCm === undefined ? {} : { lengthCm }),
			...(muacMm === undefined ? {} : { muacMm })
		}
	};
}

const OEDEMA = { none: 'none', present: '2', 'not-seen': 'unseen' } as const;

function record(story: CommunityStory, child: Child, told: Told): void {
	const { chance } = story;
	const { visit, verdict } = told;
	const { day } = visit;
	const missing = visit.weightKg === undefined ? { weight: 'cried', length: 'cried' } : undefined;
	const id = write(story, {
		kind: 'visit.record',
		subject: child.id,
		day,
		body: {
			day,
			...readings(visit),
			position: visit.position ?? 'unknown',
			oedema: OEDEMA[visit.oedema],
			...(missing ? { missing } : {}),
			said: verdict.said
		}
	});
	const lesson = verdict.said.lesson;
	if (lesson && chance.some(0.65))
		write(story, {
			kind: 'lesson.seen',
			subject: child.id,
			day,
			body: { visit: id, lesson, day, with: child.caregiver }
		});
	if (verdict.face === 'refer') refer(story, child, { ...told, id });
	else if (verdict.face === 'watch') callOn(story, child, { ...told, id });
}
