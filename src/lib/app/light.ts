import { parseDay, dayAt } from '#lib/domain/shared/day.ts';
import { nearDay } from '#lib/domain/shared/format.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Words } from '#lib/ui/words.ts';
import { both } from './words.ts';

/** What the phone says of its facts; exactly one at a time. */
export type Light =
	| { kind: 'never' }
	| { kind: 'waiting'; n: number }
	| { kind: 'syncing' }
	| { kind: 'synced'; at: number }
	| { kind: 'blocked'; reason: string };

/** The light in human words. */
export function lightWords(light: Light, now = Date.now()): Words {
	switch (light.kind) {
		case 'never':
			return both(m.phone_light_never);
		case 'waiting':
			return both(m.phone_light_waiting, { n: light.n });
		case 'syncing':
			return both(m.phone_light_syncing);
		case 'synced': {
			const day = parseDay(dayAt(light.at)) ?? dayAt(now);
			const words = both(m.phone_light_synced, { when: '{when}' });
			const other = words.lang === 'es' ? 'ay' : 'es';
			return {
				...words,
				text: words.text.replace('{when}', nearDay(day, dayAt(now), words.lang)),
				second: words.second?.replace('{when}', nearDay(day, dayAt(now), other))
			};
		}
		case 'blocked':
			return both(light.reason === 'lost' ? m.phone_light_lost : m.phone_light_blocked);
	}
}
