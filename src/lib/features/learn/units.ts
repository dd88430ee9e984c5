import { m } from '#lib/paraglide/messages.js';

/** What is counted of a practice, in words. */
export const unitWords = {
	L: m.learn_amount_L,
	m2: m.learn_amount_m2,
	kg: m.learn_amount_kg
} as const;
