import { both } from '#lib/app/words.ts';
import type { Read } from '#lib/domain/child/guards.ts';
import {
	readingNumber,
	type CouldNot,
	type Measuring,
	type Step
} from '#lib/domain/child/measuring.ts';
import { m } from '#lib/paraglide/messages.js';
import { art } from '#lib/ui/art.ts';
import type { Words } from '#lib/ui/words.ts';

const READ = { weight: m.children_weight, length: m.children_length, arm: m.children_arm } as const;

/** «Peso. Otra vez, sin mirar»: which measure, and that it is read again. */
function again(step: Read, how: Words): Words {
	return { ...how, text: `${both(READ[step]).text}. ${how.text}` };
}

/** What the screen of a step asks. A repeated reading says so and not what was read before. */
export function stepWords(step: Step, visit: Measuring): Words {
	switch (step) {
		case 'position':
			return both(m.children_how_measured);
		case 'suckling':
			return both(m.children_suckles);
		case 'oedema':
			return both(m.children_feet);
		default: {
			const reading = readingNumber(visit, step);
			if (reading > 2) return again(step, both(m.children_third_reading));
			if (reading > 1) return again(step, both(m.children_second_reading));
			return both(READ[step]);
		}
	}
}

/** What the screen of a step says aloud: its question and its answers. */
export function stepSaid(step: Step, visit: Measuring): readonly Words[] {
	switch (step) {
		case 'position':
			return [stepWords(step, visit), both(m.children_lying), both(m.children_standing)];
		case 'suckling':
			return [stepWords(step, visit), ...sucklingOptions().map(({ words }) => words)];
		case 'oedema':
			return [stepWords(step, visit), ...oedemaOptions().map(({ words }) => words)];
		default: {
			const reading = readingNumber(visit, step);
			const more = reading > 2 ? m.children_third_reading : m.children_second_reading;
			return reading > 1 ? [both(READ[step]), both(more)] : [both(READ[step])];
		}
	}
}

export const oedemaOptions = () => [
	{
		id: 'none' as const,
		words: both(m.children_feet_none),
		picture: art('health/feet-none'),
		fill: 'ichu' as const
	},
	{
		id: '1' as const,
		words: both(m.children_feet_both),
		picture: art('health/feet-both'),
		fill: 'rose' as const
	},
	{
		id: 'unseen' as const,
		words: both(m.children_feet_unseen),
		picture: art('health/feet-unseen'),
		fill: 'sky' as const
	}
];

export const sucklingOptions = () => [
	{
		id: 'well' as const,
		words: both(m.children_suckles_well),
		picture: art('health/breast'),
		fill: 'ichu' as const
	},
	{
		id: 'poorly' as const,
		words: both(m.children_suckles_poorly),
		picture: art('health/danger-no-feeding'),
		fill: 'rose' as const
	},
	{
		id: 'unasked' as const,
		words: both(m.children_suckles_unasked),
		picture: art('health/food-breast-milk'),
		fill: 'sky' as const
	}
];

const WHY = {
	cried: m.children_why_cried,
	refused: m.children_why_refused,
	ill: m.children_why_ill,
	'no-tool': m.children_why_no_tool,
	'broken-tool': m.children_why_broken_tool,
	'hurt-limb': m.children_why_hurt_limb,
	'no-time': m.children_why_no_time
} as const satisfies Record<CouldNot, unknown>;

/** Why something could not be measured. */
export const whyWords = (why: CouldNot): Words => both(WHY[why]);
