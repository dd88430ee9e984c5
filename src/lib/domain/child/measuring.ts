import { settle, type Position } from '../growth/index.ts';
import type { Day } from '../shared/day.ts';
import { MEASURES, type Read } from './guards.ts';

/** What a screen of the visit asks. One thing each. */
export const STEPS = ['weight', 'position', 'length', 'arm', 'suckling', 'oedema'] as const;
export type Step = (typeof STEPS)[number];
/** `done`: nothing is open any more. */
export type At = Step | 'done';

export type Oedema = 'none' | '1' | '2' | '3' | 'unseen';
export type Suckling = 'well' | 'poorly' | 'unasked';
export type Clothes = 'none' | 'light' | 'full';

/** Why something was not read; stable codes. */
export const COULD_NOT = [
	'cried',
	'refused',
	'ill',
	'no-tool',
	'broken-tool',
	'hurt-limb',
	'no-time'
] as const;
export type CouldNot = (typeof COULD_NOT)[number];

/** A visit that is being measured: kept as a sealed draft after every answer. */
export interface Measuring {
	readonly v: 1;
	readonly visit: string;
	readonly day: Day;
	/** 0 to below 1, drawn once: one visit in ten reads everything twice. */
	readonly draw: number;
	readonly at: At;
	readonly clothes: Clothes;
	/** kg of the clothes the child wears on the scale. */
	readonly tareKg: number;
	readonly position: Position;
	readonly positionSeen: boolean;
	/** As they were read, in their order: gross kg, cm, mm. */
	readonly readings: Readonly<Record<Read, readonly number[]>>;
	readonly missing: Readonly<Partial<Record<Read, CouldNot>>>;
	readonly suckling: Suckling | null;
	readonly oedema: Oedema | null;
}

/** Which steps a visit has: they follow from the age alone. */
export interface Plan {
	readonly arm: boolean;
	readonly suckling: boolean;
}

export type Answer =
	| { readonly kind: 'read'; readonly measure: Read; readonly value: number }
	| { readonly kind: 'could-not'; readonly measure: Read; readonly why: CouldNot }
	/** The last reading of a measure is taken back, to be typed again. */
	| { readonly kind: 'again'; readonly measure: Read }
	| { readonly kind: 'clothes'; readonly clothes: Clothes; readonly kg: number }
	| { readonly kind: 'position'; readonly position: Position }
	| { readonly kind: 'suckling'; readonly suckling: Suckling }
	| { readonly kind: 'oedema'; readonly oedema: Oedema };

/** Measures that the rules want read a second time, given what was read so far. */
export type Asked = (state: Measuring) => ReadonlySet<Read>;

export const begin = (
	start: Pick<Measuring, 'visit' | 'day' | 'draw' | 'position' | 'clothes' | 'tareKg'>
): Measuring => ({
	v: 1,
	...start,
	at: 'weight',
	positionSeen: false,
	readings: { weight: [], length: [], arm: [] },
	missing: {},
	suckling: null,
	oedema: null
});

const isRead = (step: Step): step is Read => MEASURES.some((measure) => measure === step);

function readOpen(state: Measuring, measure: Read, asked: ReadonlySet<Read>): boolean {
	if (state.missing[measure]) return false;
	const read = state.readings[measure];
	if (read.length === 0) return true;
	if (read.length === 1) return asked.has(measure);
	return settle(measure, read).kind === 'another-reading';
}

/** The table of steps: whether each is still open. */
function isOpen(step: Step, state: Measuring, { plan, asked }: Context): boolean {
	if (isRead(step)) {
		if (step === 'arm' && !plan.arm) return false;
		return readOpen(state, step, asked);
	}
	if (step === 'position') return !state.positionSeen && !state.missing.length;
	if (step === 'suckling') return plan.suckling && state.suckling === null;
	return state.oedema === null;
}
interface Context {
	readonly plan: Plan;
	readonly asked: ReadonlySet<Read>;
}

/** The next thing to ask: the same measure again while the child is still on the scale or board, else
 * what follows, else what was left open before. */
export function nextStep(state: Measuring, context: Context): At {
	const from = state.at === 'done' ? 0 : STEPS.indexOf(state.at);
	const order = [...STEPS.slice(from), ...STEPS.slice(0, from)];
	return order.find((step) => isOpen(step, state, context)) ?? 'done';
}

function without<T extends object, K extends keyof T>(record: T, key: K): Omit<T, K> {
	const { [key]: _gone, ...rest } = record;
	return rest;
}

/** Takes an answer as it is; what comes next is another question (`nextStep`). */
function taken(state: Measuring, answer: Answer): Measuring {
	switch (answer.kind) {
		case 'read': {
			const { measure, value } = answer;
			const readings = { ...state.readings, [measure]: [...state.readings[measure], value] };
			return { ...state, at: measure, readings, missing: without(state.missing, measure) };
		}
		case 'could-not':
			return {
				...state,
				at: answer.measure,
				missing: { ...state.missing, [answer.measure]: answer.why }
			};
		case 'again': {
			const { measure } = answer;
			const readings = { ...state.readings, [measure]: state.readings[measure].slice(0, -1) };
			return { ...state, at: measure, readings, missing: without(state.missing, measure) };
		}
		case 'clothes':
			return { ...state, clothes: answer.clothes, tareKg: answer.kg };
		case 'position':
			return { ...state, at: 'position', position: answer.position, positionSeen: true };
		case 'suckling':
			return { ...state, at: 'suckling', suckling: answer.suckling };
		case 'oedema':
			return { ...state, at: 'oedema', oedema: answer.oedema };
	}
}

/** Takes an answer and goes to the next open step. */
export function answered(
	state: Measuring,
	answer: Answer,
	{ plan, asked }: { readonly plan: Plan; readonly asked: Asked }
): Measuring {
	const next = taken(state, answer);
	if (answer.kind === 'clothes' || answer.kind === 'again') return next;
	return { ...next, at: nextStep(next, { plan, asked: asked(next) }) };
}

/** Which reading of a measure is next: 1, 2 or 3. From the second on the others lie covered. */
export const readingNumber = (state: Measuring, measure: Read): number =>
	state.readings[measure].length + 1;

/** A draft of an earlier version is not read. */
export const isMeasuring = (draft: unknown): draft is Measuring =>
	typeof draft === 'object' &&
	draft !== null &&
	'v' in draft &&
	draft.v === 1 &&
	'readings' in draft;
