import { both } from '#lib/app/words.ts';
import type { Sentence } from '#lib/domain/child/sentence.ts';
import type { Advice } from '#lib/domain/child/telling.ts';
import { m } from '#lib/paraglide/messages.js';
import { art } from '#lib/ui/art.ts';
import type { Words } from '#lib/ui/words.ts';

const SAID = {
	'today-feet': m.children_say_today_feet,
	'today-arm': m.children_say_today_arm,
	'today-weight': m.children_say_today_weight,
	'week-arm': m.children_say_week_arm,
	'week-weight': m.children_say_week_weight,
	'week-suckles-little': m.children_say_week_suckles_little,
	'week-lost-weight': m.children_say_week_lost_weight,
	'again-odd': m.children_say_again_odd,
	'week-odd': m.children_say_week_odd,
	'week-length': m.children_say_week_length,
	'week-length-falls': m.children_say_week_length_falls,
	'no-gain': m.children_say_no_gain,
	'gains-less': m.children_say_gains_less,
	'grows-less': m.children_say_grows_less,
	short: m.children_say_short,
	heavy: m.children_say_heavy,
	'missing-feet': m.children_say_missing_feet,
	'missing-measure': m.children_say_missing_measure,
	'missing-age': m.children_say_missing_age,
	'past-five': m.children_say_past_five,
	'grows-well': m.children_say_grows_well,
	better: m.children_say_better
} as const satisfies Record<Sentence, unknown>;

/** The one sentence a family hears, in both languages. */
export const sentenceWords = (sentence: Sentence): Words => both(SAID[sentence]);

const ADVISED = {
	'health-centre': { say: m.children_do_go_together, picture: art('health/health-centre') },
	breast: { say: m.children_do_breast, picture: art('health/breast') },
	'one-more-meal': { say: m.children_do_one_more_meal, picture: art('health/one-more-meal') },
	'egg-each-day': { say: m.children_do_egg, picture: art('health/egg-each-day') },
	'thick-food': { say: m.children_do_thick_food, picture: art('health/thick-food') },
	fruit: { say: m.children_do_fruit, picture: art('health/food-other-fruit') }
} as const satisfies Record<Advice, unknown>;

/** What can be done at home, by picture. */
export const adviceOf = (advice: readonly Advice[]) =>
	advice.map((id) => ({ id, words: both(ADVISED[id].say), picture: ADVISED[id].picture }));
