import { m } from '#lib/paraglide/messages.js';

/** The coordination's pages. */
export const ways = [
	{ path: '/programme/', words: m.programme_title, icon: 'house' },
	{ path: '/programme/targets/', words: m.programme_targets, icon: 'target' },
	{ path: '/programme/groups/', words: m.programme_groups, icon: 'users' },
	{ path: '/programme/accounts/', words: m.programme_accounts, icon: 'key-round' },
	{ path: '/programme/phones/', words: m.programme_phones, icon: 'smartphone' },
	{ path: '/programme/held/', words: m.programme_held_title, icon: 'hand' },
	{ path: '/programme/exports/', words: m.programme_exports, icon: 'file-down' },
	{ path: '/programme/handover/', words: m.programme_file, icon: 'download' },
	{ path: '/groups/', words: m.programme_progress, icon: 'chart-line' }
] as const;
