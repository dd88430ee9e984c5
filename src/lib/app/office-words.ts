import { m } from '#lib/paraglide/messages.js';
import type { Words } from '#lib/ui/words.ts';
import type { OfficeFault } from './office.svelte.ts';
import { both } from './words.ts';

/** What to do when the office did not answer as asked, in plain words. */
export function officeWords(fault: OfficeFault): Words {
	switch (fault) {
		case 'offline':
			return both(m.groups_no_network);
		case 'wrong':
			return both(m.groups_wrong);
		case 'often':
			return both(m.groups_often);
		case 'session':
			return both(m.groups_session_over);
		case 'refused':
			return both(m.groups_off);
		case 'taken':
			return both(m.groups_taken);
		case 'fault':
			return both(m.groups_server);
	}
}
