import type { ChildLine, Children } from '#lib/app/children.svelte.ts';
import { duplicatesOf } from '#lib/domain/child/duplicates.ts';
import { birthFields, birthFrom, type BirthFault } from '#lib/domain/child/registration.ts';
import type { Caregiver } from '#lib/domain/child/rows.ts';
import { heardIn, soundsOf } from '#lib/domain/child/sound.ts';
import type { Birth } from '#lib/domain/growth/index.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import {
	CONSENT_TEXT,
	freshForm,
	guestOf,
	isForm,
	PAGES,
	rangeOf,
	type Form,
	type Page
} from './register-form.ts';

export type FormFault =
	'answer-all' | 'name' | 'caregiver' | BirthFault | 'full' | 'locked' | 'fault';
const DRAFT = 'new-child';

/** The registration of a child, page by page. */
export class Registering {
	readonly #children: Children;
	#form: Form = $state.raw({} as Form);
	#fault: FormFault | null = $state(null);
	#found: readonly ChildLine[] = $state.raw([]);

	private constructor(children: Children, form: Form) {
		this.#children = children;
		this.#form = form;
	}

	static async open(children: Children): Promise<Registering> {
		const kept = await children.drafts.read(DRAFT);
		return new Registering(children, isForm(kept) ? kept : freshForm(children));
	}

	get form(): Form {
		return this.#form;
	}
	get fault() {
		return this.#fault;
	}
	/** Children who may be this one. */
	get found() {
		return this.#found;
	}
	get birth(): Birth | BirthFault {
		return birthFrom(this.#form, this.#children.facts.today);
	}
	/** Caregivers of the register whose name sounds like what is typed. */
	get caregivers(): readonly Caregiver[] {
		const typed = soundsOf(this.#form.caregiverName);
		if (!typed.length || this.#form.known) return [];
		return this.#children.caregivers
			.filter(({ name }) => heardIn(soundsOf(name), typed))
			.slice(0, 3);
	}

	set(change: Partial<Form>): void {
		this.#form = { ...this.#form, ...change };
		this.#fault = null;
		void this.#children.drafts.keep(DRAFT, this.#form);
	}

	/** The page before; false on the first one. */
	back(): boolean {
		const place = PAGES.indexOf(this.#form.page);
		const page = PAGES[place - 1];
		if (page) this.set({ page });
		return page !== undefined;
	}

	/** The next page; answers the id of the registered child, or `guest` for one who is not kept. */
	async next(): Promise<Id | 'guest' | undefined> {
		const { page, keep } = this.#form;
		const fault = this.#faultOf(page);
		this.#fault = fault;
		if (fault) return undefined;
		if (page === 'consent') this.set({ page: keep ? 'names' : 'birth' });
		else if (page === 'names') this.set({ page: 'birth' });
		else if (page === 'duplicates') return this.#save();
		else if (!keep) return this.#guest();
		else {
			this.#found = this.#duplicates();
			if (!this.#found.length) return this.#save();
			this.set({ page: 'duplicates' });
		}
		return undefined;
	}

	async forget(): Promise<void> {
		await this.#children.drafts.drop(DRAFT);
	}

	#faultOf(page: Page): FormFault | null {
		const { keep, show, count, name, caregiverName, sex, found } = this.#form;
		if (page === 'consent') {
			const answered = keep === false || ![keep, show, count].includes(undefined);
			return answered ? null : 'answer-all';
		}
		if (page === 'names') {
			if (!name.trim()) return 'name';
			return caregiverName.trim() ? null : 'caregiver';
		}
		if (page === 'duplicates') return null;
		const birth = this.birth;
		if (typeof birth === 'string') return birth;
		return found === null || (sex === null && !keep) ? 'missing' : null;
	}

	#duplicates(): readonly ChildLine[] {
		const { name, family, sex, card, caregiverName } = this.#form;
		const birth = this.birth;
		const range = typeof birth === 'object' ? rangeOf(birth) : rangeOf({ kind: 'unknown' });
		const fresh = { name, family, sex: sex ?? 'unknown', card, caregiverName, ...range };
		const known = this.#children.lines.map((line) => ({
			...line,
			caregiverName: line.caregiver?.name ?? ''
		}));
		return duplicatesOf(fresh, known).map(({ known: { caregiverName: _heard, ...line } }) => line);
	}

	async #guest(): Promise<'guest'> {
		const { name, sex, child, scope } = this.#form;
		const birth = this.birth;
		const range = typeof birth === 'object' ? rangeOf(birth) : rangeOf({ kind: 'unknown' });
		this.#children.guest = guestOf({ name, sex: sex ?? 'unknown', child, scope, ...range });
		await this.forget();
		return 'guest';
	}

	/** Makes the facts that are not there yet: a phone may be switched off between two of them. */
	async #save(): Promise<Id | undefined> {
		const { child, caregiver, scope, known } = this.#form;
		const { facts } = this.#children;
		if (!scope) return this.#failed('fault');
		const whom = { id: child, scope };
		const { day, keep, show, count, how } = { ...this.#form, day: facts.today };
		if (!known && !(await this.#children.has('caregivers', caregiver))) {
			const added = await facts.addCaregiver(scope, caregiver, this.#caregiverBody());
			if (!added.ok) return this.#failed(added.error);
		}
		if (!(await this.#children.has('children', child))) {
			const registered = await facts.register(whom, this.#childBody());
			if (!registered.ok) return this.#failed(registered.error);
		}
		const consent = await facts.consent(whom, {
			keep: keep === true,
			show: show === true,
			count: count === true,
			day,
			text: CONSENT_TEXT,
			how,
			caregiver
		});
		if (!consent.ok) return this.#failed(consent.error);
		await this.forget();
		return child;
	}

	#caregiverBody() {
		const { caregiverName, relation, phone } = this.#form;
		const day = this.#children.facts.today;
		const more = phone.trim() ? { phone: phone.trim() } : {};
		return { name: caregiverName.trim(), relation, day, ...more };
	}

	#childBody() {
		const { name, family, sex, card, caregiver, found } = this.#form;
		const birth = this.birth;
		return {
			name: name.trim(),
			sex: sex ?? ('unknown' as const),
			caregiver,
			day: this.#children.facts.today,
			...birthFields(typeof birth === 'object' ? birth : { kind: 'unknown' }, found ?? 'unknown'),
			...(family.trim() ? { family: family.trim() } : {}),
			...(card.trim() ? { card: card.trim() } : {})
		};
	}

	#failed(fault: string): undefined {
		this.#fault = fault === 'full' || fault === 'locked' ? fault : 'fault';
		return undefined;
	}
}
