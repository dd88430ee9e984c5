/** `key` names the columns taken from the fold key, `start` the other columns, their types and the
 * empty row. */
const table = <R extends object>(key: readonly string[], start: R) => ({ key, start });

/** The read model: one line per projection. A day is '' until it happened. */
export const tables = {
	people: table([], { scope: '', name: '', face: '', joined: '', review: 0 }),
	progress: table(['person', 'lesson'], {
		scope: '',
		heardOn: '',
		understoodOn: '',
		groupOn: '',
		lastOn: '',
		revision: 0
	}),
	practices: table(['person', 'practice'], { scope: '', level: '', day: '', amount: 0, unit: '' }),
	sessions: table(['group', 'session'], {
		day: '',
		lesson: '',
		revision: 0,
		roster: 0,
		present: 0,
		understood: 0
	}),
	children: table([], {
		scope: '',
		name: '',
		sex: '',
		born: '',
		bornExact: 0,
		caregiver: '',
		keep: 0,
		show: 0,
		count: 0,
		review: 0
	}),
	measurements: table(['child', 'visit'], {
		scope: '',
		day: '',
		weightKg: 0,
		lengthCm: 0,
		muacMm: 0,
		position: '',
		oedema: 0,
		class: '',
		lesson: '',
		engine: ''
	})
};

export type Tables = { [T in keyof typeof tables]: (typeof tables)[T]['start'] };
export type TableName = keyof Tables;
/** A row of any table, with the columns of its key. */
export type Row = Record<string, string | number>;

export const isTable = (name: string): name is TableName => Object.hasOwn(tables, name);
