import type { PhoneFlag } from '#lib/domain/programme/phones.ts';
import { m } from '#lib/paraglide/messages.js';

/** What is to be looked at, in a word. */
export const flagWords: Readonly<Record<PhoneFlag, () => string>> = {
	silent: m.programme_phone_silent,
	old: m.programme_phone_old,
	full: m.programme_phone_full,
	faults: m.programme_phone_faults,
	revoked: m.programme_phone_revoked
};
