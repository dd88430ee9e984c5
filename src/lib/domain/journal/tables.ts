/** `key` names the columns taken from the fold key, `start` the other columns, their types and the
 * empty row. */
const table = <R extends object>(key: readonly string[], start: R) => ({ key, start });

/** A number that may be missing: it is null then, never 0. */
const missing = (): number | null => null;

/** The read model: one line per projection. A day or word is '' until there is one; flags are 0 or 1.
 * Lists of ids and days stand in one text (`evidence.ts`). */
export const tables = {
	people: table([], {
		scope: '',
		name: '',
		face: '',
		emblem: '',
		sex: '',
		born: '',
		joined: '',
		left: '',
		/** What veils her pages, `salt.hash`; '' without. */
		pin: '',
		review: 0
	}),
	progress: table(['person', 'lesson'], {
		scope: '',
		heardOn: '',
		understoodOn: '',
		groupOn: '',
		lastOn: '',
		revision: 0,
		attested: 0,
		/** Day she heard it without the group, and the sessions in which she heard it with it. */
		aloneOn: '',
		sessions: ''
	}),
	practices: table(['person', 'practice'], {
		scope: '',
		level: '',
		day: '',
		amount: missing(),
		unit: '',
		amountOn: '',
		/** Every amount that was said, by its day. */
		amounts: '',
		/** The last day of each level, and the first day it was done at all. */
		committedOn: '',
		doingOn: '',
		verifiedOn: '',
		stoppedOn: '',
		since: ''
	}),
	sessions: table(['group', 'session'], {
		day: '',
		lesson: '',
		revision: 0,
		languages: '',
		closed: '',
		roster: 0,
		present: 0,
		understood: 0,
		/** Who was there, by id, and for how many blocks. */
		here: '',
		/** Blocks of the lesson that count. */
		required: 0,
		minutes: missing(),
		/** Hands of each question (`hands.ts`). */
		hands: '',
		/** Two corrected the same thing at once. */
		review: 0
	}),
	caregivers: table([], {
		scope: '',
		name: '',
		relation: '',
		phone: '',
		language: '',
		person: '',
		review: 0
	}),
	children: table([], {
		scope: '',
		name: '',
		family: '',
		sex: '',
		bornFrom: '',
		bornTo: '',
		bornHow: '',
		caregiver: '',
		card: '',
		status: '',
		keep: 0,
		show: 0,
		count: 0,
		review: 0
	}),
	measurements: table(['child', 'visit'], {
		scope: '',
		day: '',
		weightKg: missing(),
		lengthCm: missing(),
		muacMm: missing(),
		headCm: missing(),
		position: '',
		oedema: '',
		waz: missing(),
		haz: missing(),
		whz: missing(),
		class: '',
		action: '',
		lesson: '',
		engine: '',
		/** The next contact that was promised. */
		nextOn: '',
		seenOn: '',
		followedOn: '',
		outcome: '',
		/** Contacts that failed one after the other. */
		tries: 0,
		/** Stamp of the measuring: of two of one day the later is shown. */
		at: 0
	}),
	referrals: table(['child', 'referral'], {
		scope: '',
		day: '',
		visit: '',
		reasons: '',
		urgency: '',
		place: '',
		state: '',
		stateOn: ''
	})
};

export type Tables = { [T in keyof typeof tables]: (typeof tables)[T]['start'] };
export type TableName = keyof Tables;
/** A row of any table, with the columns of its key. */
export type Row = Record<string, string | number | null>;

export const isTable = (name: string): name is TableName => Object.hasOwn(tables, name);
