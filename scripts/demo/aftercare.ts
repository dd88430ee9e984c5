// What follows a measuring: calls at home, referrals, and how a child leaves the programme.
import { addDays, type Day } from '#lib/domain/shared/day.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import {
	TEXT_OF_CONSENT,
	write,
	type Child,
	type CommunityStory,
	type Told
} from './child-story.ts';

interface Recorded extends Told {
	readonly id: Id;
}

/** The home visit a result asks for: done more often than not. */
export function callOn(
	story: CommunityStory,
	child: Child,
	{ visit, verdict, id }: Recorded
): void {
	const { chance, today } = story;
	const day = addDays(visit.day, Math.min(14, verdict.days) + chance.between(-2, 6));
	if (day >= today || !chance.some(0.6)) return;
	const outcome = chance.pick(['seen', 'seen', 'seen', 'away'] as const);
	const groups = [
		'breast-milk',
		'grains',
		'pulses',
		'dairy',
		'flesh',
		'eggs',
		'vitamin-a',
		'other'
	];
	const feeding = {
		groups: groups.filter(() => chance.some(0.5)),
		meals: chance.between(2, 5),
		breast: chance.some(0.7)
	};
	write(story, {
		kind: 'followup.done',
		subject: child.id,
		day,
		body: { visit: id, day, outcome, ...(outcome === 'seen' ? { feeding } : {}) }
	});
}

const STEPS = ['arrived', 'attended', 'recovered'] as const;

export function refer(story: CommunityStory, child: Child, { visit, verdict, id }: Recorded): void {
	const { chance, today, place } = story;
	const today7 = verdict.said.action === 'refer-today' ? 'today' : 'week';
	const referral = write(story, {
		kind: 'referral.open',
		subject: child.id,
		day: visit.day,
		body: { day: visit.day, visit: id, reasons: [verdict.said.class], urgency: today7, place }
	});
	const step = (state: string, day: Day, reason?: string) =>
		write(story, {
			kind: 'referral.step',
			subject: child.id,
			day,
			body: { referral, state, day, ...(reason ? { reason } : {}) }
		});
	let day = addDays(visit.day, chance.between(1, 5));
	if (day < today && chance.some(0.12)) return void step('not-gone', day, 'far');
	for (const state of STEPS) {
		if (day >= today || !chance.some(0.85)) return;
		step(state, day);
		day = addDays(day, state === 'attended' ? chance.between(25, 60) : chance.between(1, 3));
	}
}

/** One moves away, one dies, one mother takes back what she allowed, one value is struck out. */
export function endings(story: CommunityStory, child: Child, i: number): void {
	const day = addDays(story.today, -15);
	if (child.registered > day) return;
	const amend = (to: string) =>
		write(story, {
			kind: 'child.amend',
			subject: child.id,
			day,
			body: { field: 'status', to, was: 'active' }
		});
	if (i === 4) amend('moved');
	if (i === 14 && story.chance.some(0.2)) amend('died');
	if (i === 8)
		write(story, {
			kind: 'consent.record',
			subject: child.id,
			day,
			body: { keep: false, show: false, count: true, day, text: TEXT_OF_CONSENT, how: 'spoken' }
		});
	if (i === 2) {
		// asked for by a promoter, decided by the coordination: it waits among the held
		write(story, { kind: 'erase', subject: child.id, day, body: { ids: [child.id] } });
	}
}
