import type { ChildFile, Children } from '#lib/app/children.svelte.ts';
import { guardOf, type Guard, type Read } from '#lib/domain/child/guards.ts';
import { lessonRuleFor } from '#lib/domain/child/lesson-rules.ts';
import {
	answered,
	begin,
	isMeasuring,
	type Answer,
	type Asked,
	type Measuring,
	type Plan
} from '#lib/domain/child/measuring.ts';
import { birthOf, type Visit } from '#lib/domain/child/rows.ts';
import { sexOf, type About } from '#lib/domain/child/seen.ts';
import { askedAgain, verdictOf, visitOf, type Verdict } from '#lib/domain/child/verdict.ts';
import { visitBody } from '#lib/domain/child/visit-body.ts';
import { ageWindow, type AgeWindow, type Tables } from '#lib/domain/growth/index.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import type { Id } from '#lib/domain/shared/ids.ts';

const MONTH = 30.4375;
/** Positions are preset by age; standing is refused below 9 months. */
const STANDS_FROM_DAYS = 731;
const MAY_STAND_FROM_DAYS = 9 * MONTH;

export type Saving = 'no' | 'saving' | 'saved' | 'full' | 'locked' | 'fault' | 'not-kept';

/** A value that was typed and is asked about before it is taken. */
export interface Doubt {
	readonly measure: Read;
	readonly value: number;
	readonly guard: Exclude<Guard, { kind: 'fine' }>;
}

/** One visit from the first key to the saved fact. Every answer goes into a sealed draft. */
export class VisitRun {
	readonly #children: Children;
	readonly file: ChildFile;
	readonly about: About;
	readonly age: AgeWindow | undefined;
	readonly plan: Plan;
	#state: Measuring;
	#doubt: Doubt | null = $state.raw(null);
	#shown: Measuring;
	#last: Read | null = $state(null);
	#verdict: Verdict | null = $state.raw(null);
	#saving: Saving = $state('no');
	/** The draft of an earlier try was found. */
	readonly resumed: boolean;

	private constructor(children: Children, file: ChildFile, start: Start) {
		this.#children = children;
		this.file = file;
		const { child } = file;
		const birth = birthOf(child);
		this.about = { sex: sexOf(child.sex), birth, earlier: file.visits, tables: start.tables };
		this.age = ageWindow(birth, start.day);
		this.plan = planOf(this.age);
		this.resumed = isMeasuring(start.draft);
		const fresh = begin({
			visit: children.facts.newId(),
			day: start.day,
			draw: start.draw,
			position: presetPosition(this.age) ?? 'lying',
			...start.clothes
		});
		this.#state = isMeasuring(start.draft) ? start.draft : fresh;
		this.#shown = $state.raw(this.#state);
		if (this.#state.at === 'done') this.#conclude();
	}

	/** Opens a visit of a child; goes on with her draft of the same day, if there is one. */
	static async open(children: Children, id: string, draw: number): Promise<VisitRun | undefined> {
		const file = await children.child(id);
		if (!file) return undefined;
		const day = children.facts.today;
		const kept = await children.drafts.read(draftOf(id));
		const draft = isMeasuring(kept) && kept.day === day ? kept : undefined;
		const tables = await loadTables();
		return new VisitRun(children, file, {
			day,
			draw,
			draft,
			clothes: children.clothes.worn,
			tables
		});
	}

	/** A child whose family wants nothing kept: measured and told, nothing is stored. */
	static async unkept(children: Children, file: ChildFile, draw: number): Promise<VisitRun> {
		const run = new VisitRun(children, file, {
			day: children.facts.today,
			draw,
			draft: undefined,
			clothes: children.clothes.worn,
			tables: await loadTables()
		});
		run.#saving = 'not-kept';
		return run;
	}

	get state(): Measuring {
		return this.#shown;
	}
	get doubt() {
		return this.#doubt;
	}
	/** The measure that was finished last: it is now compared with the one before. */
	get last() {
		return this.#last;
	}
	get verdict() {
		return this.#verdict;
	}
	get saving() {
		return this.#saving;
	}
	/** The finished visit, as it will be read back. */
	get visit(): Visit | undefined {
		return this.#verdict ? visitOf(this.#state, this.#verdict, this.#lesson) : undefined;
	}
	get #lesson(): string | undefined {
		if (!this.#verdict?.result.lesson) return undefined;
		const { result, assessed } = this.#verdict;
		return lessonRuleFor(result.class, assessed.age)?.lesson;
	}
	get before(): Visit | undefined {
		return this.file.visits.at(-1);
	}
	/** Nothing is preset where the age does not say. */
	get positionPreset() {
		return presetPosition(this.age);
	}
	get mayStand(): boolean {
		return !this.age || this.age.oldest >= MAY_STAND_FROM_DAYS;
	}
	/** Which of the measures of this visit is at hand, from 1. */
	get place(): { readonly at: number; readonly of: number } {
		const steps = ['weight', 'length', ...(this.plan.arm ? ['arm'] : [])].concat(
			this.plan.suckling ? ['suckling'] : [],
			['oedema']
		);
		const at = this.#shown.at === 'position' ? 'length' : this.#shown.at;
		return { at: Math.max(1, steps.indexOf(at) + 1), of: steps.length };
	}

	/** A value was typed (kg, cm, mm): taken at once, or asked about when it cannot be. */
	type(measure: Read, value: number): void {
		const guard = guardOf(measure, value);
		if (guard.kind === 'fine') this.answer({ kind: 'read', measure, value });
		else this.#doubt = { measure, value, guard };
	}

	/** What she answered to the doubt: another value, or that it was really read so. */
	settleDoubt(value: number | undefined): void {
		const doubt = this.#doubt;
		this.#doubt = null;
		if (doubt && value !== undefined) {
			this.answer({ kind: 'read', measure: doubt.measure, value });
		}
	}

	answer(answer: Answer): void {
		const asked: Asked = (state) => askedAgain(state, this.about);
		this.#state = answered(this.#state, answer, { plan: this.plan, asked });
		this.#last = finished(this.#state, answer);
		this.#shown = this.#state;
		if (answer.kind === 'clothes') {
			this.#children.rememberClothes(answer.clothes, answer.kg);
		}
		if (this.#state.at === 'done') this.#conclude();
		else if (this.#saving !== 'not-kept') void this.#keep();
	}

	/** Tries again to save, after the phone was full or locked. */
	save(): void {
		void this.#save();
	}

	#conclude(): void {
		this.#verdict = verdictOf(this.#state, this.about);
		if (this.#saving !== 'not-kept') void this.#keep().then(() => this.#save());
	}

	async #keep(): Promise<void> {
		await this.#children.drafts.keep(draftOf(this.file.child.id), this.#state);
	}

	async #save(): Promise<void> {
		const verdict = this.#verdict;
		if (!verdict || this.#saving === 'saving' || this.#saving === 'saved') return;
		this.#saving = 'saving';
		const { child } = this.file;
		const body = visitBody(this.#state, verdict, this.#lesson);
		const saved = await this.#children.facts.visit(child, body, this.#state.visit as Id);
		if (saved.ok) await this.#children.drafts.drop(draftOf(child.id));
		this.#saving = saved.ok
			? 'saved'
			: saved.error === 'full' || saved.error === 'locked'
				? saved.error
				: 'fault';
	}
}

interface Start {
	readonly day: Day;
	readonly draw: number;
	readonly draft: Measuring | undefined;
	readonly clothes: Pick<Measuring, 'clothes' | 'tareKg'>;
	readonly tables: Tables;
}

/** WHO's tables come after the first paint: 28 kB of numbers. */
const loadTables = async (): Promise<Tables> =>
	(await import('#lib/domain/growth/visit-tables.ts')).visitTables;

const draftOf = (child: string): string => `visit-${child}`;

function planOf(age: AgeWindow | undefined): Plan {
	return {
		arm: !age || age.oldest >= 6 * MONTH,
		suckling: !!age && age.youngest < 6 * MONTH
	};
}

function presetPosition(age: AgeWindow | undefined): 'lying' | 'standing' | undefined {
	if (!age) return undefined;
	if (age.youngest >= STANDS_FROM_DAYS) return 'standing';
	return age.oldest < STANDS_FROM_DAYS ? 'lying' : undefined;
}

/** After an answer that finished a measure, that measure: its comparison may now be seen. */
function finished(state: Measuring, answer: Answer): Read | null {
	return answer.kind === 'read' && state.at !== answer.measure ? answer.measure : null;
}
