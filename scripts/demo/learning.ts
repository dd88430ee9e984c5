// Two years of one group: who joins, meets, learns and does it at home.
import { addDays, daysBetween, type Day } from '#lib/domain/shared/day.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { faceCode } from '#lib/ui/face/code.ts';
import type { Chance } from './chance.ts';
import type { TaughtLesson } from './lessons.ts';
import { EMBLEMS, MEN, SURNAMES, WOMEN } from './names.ts';
import type { Pen } from './pen.ts';

export interface GroupStory {
	readonly chance: Chance;
	readonly today: Day;
	readonly scope: ScopeId;
	/** The group's shared phone, and that of its facilitator. */
	readonly pen: Pen;
	readonly facilitator: { readonly id: Id; readonly pen: Pen };
	readonly lessons: readonly TaughtLesson[];
	readonly members: number;
}

interface Member {
	readonly id: Id;
	readonly from: Day;
	/** How often she comes, 0–1. */
	readonly comes: number;
	readonly until?: Day;
}

const YEARS_DAYS = 730;
/** What a household gives: litres of milk a day, m² of greenhouse, kg of compost. */
const AMOUNTS = { l: [4, 22], m2: [12, 60], kg: [40, 400] } as const;

/** Writes the whole story of a group. */
export function tellGroup(story: GroupStory): void {
	const members = Array.from({ length: story.members }, (_, i) => join(story, i));
	let day = addDays(story.today, -YEARS_DAYS + story.chance.between(5, 25));
	for (let i = 0; daysBetween(day, story.today) > 1; i++) {
		const lesson = story.lessons[i % story.lessons.length];
		if (lesson) meet(story, { day, lesson, members });
		day = addDays(day, story.chance.between(10, 20));
	}
	sayTwice(story, members);
}

function join({ chance, today, scope, pen }: GroupStory, i: number): Member {
	const man = chance.some(0.12);
	const late = i % 7 === 6;
	const from = addDays(
		today,
		-YEARS_DAYS + (late ? chance.between(120, 600) : chance.between(0, 4))
	);
	const id = chance.id();
	const face = faceCode({
		head: chance.between(1, 6),
		clothes: chance.between(1, 4),
		colour: chance.between(1, 6),
		skin: chance.between(1, 3)
	});
	const name = `${chance.pick(man ? MEN : WOMEN)} ${chance.pick(SURNAMES)}`;
	const born = String(Number(today.slice(0, 4)) - chance.between(17, 64));
	const body = { name, face, day: from, emblem: chance.pick(EMBLEMS), sex: man ? 'm' : 'f', born };
	pen.write({ kind: 'member.join', scope, subject: id, by: id, day: from, body: body as never });
	const until = i % 11 === 10 ? addDays(today, -chance.between(20, 200)) : undefined;
	if (until)
		pen.write({
			kind: 'member.leave',
			scope,
			subject: id,
			by: id,
			day: until,
			body: { day: until, reason: 'moved' }
		});
	return { id, from, comes: 0.45 + 0.5 * chance.next(), ...(until ? { until } : {}) };
}

interface Meeting {
	readonly day: Day;
	readonly lesson: TaughtLesson;
	readonly members: readonly Member[];
}

const isMember = (day: Day) => (one: Member) =>
	one.from <= day && (one.until === undefined || one.until > day);

function meet(story: GroupStory, { day, lesson, members }: Meeting): void {
	const { chance, scope, pen } = story;
	const roster = members.filter(isMember(day));
	const here = roster.filter(({ comes }) => chance.some(comes));
	const [first] = here;
	if (!first) return;
	const will = here.filter(() => chance.some(0.55));
	const full = lesson.blocksRequired;
	const short = chance.some(0.04);
	pen.write({
		kind: 'session.close',
		scope,
		subject: chance.id(),
		by: first.id,
		day,
		body: {
			day,
			lesson: lesson.id,
			revision: lesson.rev,
			rules: 1,
			languages: chance.pick([['es', 'ay'], ['ay'], ['es', 'ay'], ['es']] as const).slice(),
			closed: short ? 'clock' : 'hand',
			minutes: chance.between(28, 75),
			blocksRequired: full,
			roster: roster.map(({ id }) => id),
			present: here.map(({ id }) => ({
				who: id,
				blocks: chance.some(0.9) ? full : chance.between(1, full)
			})),
			hands: short ? [] : lesson.questions.map((question) => raise(chance, question, here.length)),
			practice: lesson.practice,
			will: short ? [] : will.map(({ id }) => id)
		}
	});
	for (const { id } of will) atHome(story, { day, lesson, id });
	for (const { id } of roster) if (chance.some(0.08)) alone(story, { day, lesson, id });
}

/** How many hands each option got: mostly the right one. */
function raise(
	chance: Chance,
	{ q, options, right }: TaughtLesson['questions'][number],
	present: number
) {
	const counts = Array.from({ length: options }, () => 0);
	for (let i = 0; i < present; i++) {
		const option = chance.some(0.78) ? right : chance.between(0, options - 1);
		counts[option] = (counts[option] ?? 0) + 1;
	}
	return { q, counts, right };
}

interface Deed {
	readonly day: Day;
	readonly lesson: TaughtLesson;
	readonly id: Id;
}

/** Some of what was promised is done, some of that is seen by the facilitator, some of it stops. */
function atHome(story: GroupStory, { day, lesson, id }: Deed): void {
	const { chance, scope, pen, facilitator, today } = story;
	if (!chance.some(0.5)) return;
	const begun = addDays(day, chance.between(5, 30));
	const range = lesson.unit && AMOUNTS[lesson.unit];
	const amount = range ? { amount: chance.between(range[0], range[1]), unit: lesson.unit } : {};
	const about = { scope, subject: id } as const;
	const said = { practice: lesson.practice, lesson: lesson.id };
	const report = (on: Day, level: 'doing' | 'stopped') =>
		pen.write({
			kind: 'practice.report',
			...about,
			by: id,
			day: on,
			body: { ...said, level, day: on, ...(level === 'doing' ? amount : {}) } as never
		});
	if (begun >= today) return;
	report(begun, 'doing');
	const seen = addDays(begun, chance.between(10, 50));
	if (chance.some(0.35) && seen < today)
		facilitator.pen.write({
			kind: 'practice.report',
			...about,
			by: facilitator.id,
			day: seen,
			body: {
				...said,
				level: 'verified',
				day: seen,
				checks: lesson.checks.map((check) => ({ id: check, seen: chance.some(0.8) }))
			}
		});
	const over = addDays(begun, chance.between(60, 200));
	if (chance.some(0.12) && over < today) report(over, 'stopped');
}

function alone({ chance, scope, pen, today }: GroupStory, { day, lesson, id }: Deed): void {
	const on = addDays(day, chance.between(1, 9));
	if (on >= today) return;
	pen.write({
		kind: 'lesson.finish',
		scope,
		subject: id,
		by: id,
		day: on,
		body: {
			day: on,
			lesson: lesson.id,
			revision: lesson.rev,
			rules: 1,
			language: chance.pick(['es', 'ay', 'both'] as const),
			blocksHeard: lesson.blocksRequired,
			blocksRequired: lesson.blocksRequired,
			answers: lesson.questions.map(({ q }) => ({ q, right: chance.some(0.85) }))
		}
	});
}

/** What happens in every register: one woman written twice and put together, one who came late to the
 * list, a lesson vouched for on paper. */
function sayTwice(
	{ chance, scope, facilitator, today, lessons, pen }: GroupStory,
	members: Member[]
) {
	const [first, second] = members;
	const [lesson] = lessons;
	if (!first || !second || !lesson) return;
	const day = addDays(today, -chance.between(30, 300));
	const { id: by, pen: hers } = facilitator;
	const twin = chance.id();
	const body = { name: 'Juana Quispe', face: 'h1-c1-k1-s1', day: first.from };
	pen.write({ kind: 'member.join', scope, subject: twin, by: twin, day: first.from, body });
	const merge = { from: twin, to: first.id };
	hers.write({ kind: 'merge', scope, subject: first.id, by, day, body: merge });
	hers.write({
		kind: 'attestation',
		scope,
		subject: second.id,
		by,
		day,
		body: { lesson: lesson.id, level: 'heard', basis: 'paper', day }
	});
}
