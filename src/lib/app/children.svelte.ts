import type { RegisterContent } from '#lib/store/register.ts';
import {
	caregiverOf,
	childOf,
	referralOf,
	visitOf,
	type Caregiver,
	type Child,
	type Referral,
	type Visit
} from '#lib/domain/child/rows.ts';
import { inOrder } from '#lib/domain/child/same-day.ts';
import { soundsOf, heardIn } from '#lib/domain/child/sound.ts';
import type { Day } from '#lib/domain/shared/day.ts';
import { communityScope, isId, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import type { Phone } from '#lib/store/phone.ts';
import { byName, caregiversOf } from './lines.ts';
import { ChildFacts } from './child-facts.ts';
import { ClothesOnScale, type Clothes } from './clothes.svelte.ts';
import type { Field } from './field.svelte.ts';
import { HeardNames } from './heard-names.ts';
import type { Staff } from './staff.svelte.ts';

/** What a list needs of a child, without opening any box of hers. */
export interface ChildLine {
	readonly child: Child;
	readonly caregiver: Caregiver | undefined;
	readonly last: Visit | undefined;
	/** All of them, also those that are over. */
	readonly referrals: readonly Referral[];
	/** The next contact that was promised; null before the first measuring. */
	readonly due: Day | null;
	/** Her name and her caregiver's, by sound. */
	readonly sounds: readonly string[];
}

/** One child with everything that was ever measured, the earliest first. */
export interface ChildFile {
	readonly child: Child;
	readonly caregiver: Caregiver | undefined;
	readonly visits: readonly Visit[];
	readonly referrals: readonly Referral[];
}

const NOTHING: readonly ChildLine[] = [];

/**
 * The children of the open vault's communities. Nothing of it outlives the lock.
 */
export class Children {
	readonly #field: Field;
	readonly #staff: Staff;
	readonly facts: ChildFacts;
	#lines: readonly ChildLine[] = $state.raw(NOTHING);
	#state: 'closed' | 'open' = $state('closed');
	#hand: 'left' | 'right' = $state('right');
	readonly #heard = new HeardNames();
	readonly #clothes = new ClothesOnScale();

	constructor(field: Field, staff: Staff) {
		this.#field = field;
		this.#staff = staff;
		this.facts = new ChildFacts(field);
		staff.onlock(() => this.forget());
	}

	/** `closed` until the register was read once. */
	get state() {
		return this.#state;
	}
	/** Every child of the register, by name. */
	get lines(): readonly ChildLine[] {
		return this.#lines;
	}

	get #open(): boolean {
		return this.#field.phone?.vaults.current !== undefined;
	}

	/** Clothes as the last child wore them on the scale, and what each weigh here. */
	get clothes() {
		return this.#clothes;
	}
	rememberClothes(worn: Clothes, kg: number): void {
		const phone = this.#field.phone;
		if (phone) void this.#clothes.remember(phone, worn, kg);
	}

	/** The thumb that types. */
	get hand(): 'left' | 'right' {
		return this.#hand;
	}
	setHand(hand: 'left' | 'right'): void {
		this.#hand = hand;
		void this.#field.phone?.set('hand', hand);
	}

	/** Reads the register: at the first time opens it, later renews the lines that changed. To be called
	 * again whenever `field.revision` has grown. */
	async look(): Promise<void> {
		const phone = this.#field.phone;
		const register = this.#staff.register;
		if (!phone || !register) return;
		if (this.#state === 'closed') await this.#restore(phone);
		const content = await register.read();
		if (register !== this.#staff.register) return; // locked meanwhile
		this.#lines = this.#sorted(content);
		this.#state = 'open';
		this.#staff.settle();
	}

	/** Everybody who answers for a child, by name. */
	get caregivers(): readonly Caregiver[] {
		return caregiversOf(this.#lines);
	}

	/** Whether a fact about this one is here already. */
	async has(table: 'children' | 'caregivers', id: Id): Promise<boolean> {
		const rows = await this.#field.phone?.rowsOf(table, id);
		return rows !== undefined && rows.length > 0;
	}

	/** The communities of the open vault by name. */
	async communities(): Promise<readonly { readonly scope: ScopeId; readonly name: string }[]> {
		const office = await this.#field.phone?.office();
		return this.facts.scopes.map((scope) => ({
			scope,
			name: office?.communities.find(({ id }) => communityScope(id) === scope)?.name ?? ''
		}));
	}

	/** Children whose name, or whose caregiver's, begins with what was typed, by sound. */
	search(typed: string): readonly ChildLine[] {
		const wanted = soundsOf(typed);
		// what sounds like nothing is nobody's name
		if (!wanted.length) return typed.trim() ? [] : this.#lines;
		return this.#lines.filter(({ sounds }) => heardIn(sounds, wanted));
	}

	line(id: string): ChildLine | undefined {
		return this.#lines.find(({ child }) => child.id === id);
	}

	/** Opens the boxes of one child; undefined when she is not in the register. */
	async child(id: string): Promise<ChildFile | undefined> {
		const phone = this.#field.phone;
		if (!phone?.vaults.current) return undefined;
		const [row] = await phone.rowsOf('children', id);
		const child = row && childOf(id, row);
		if (!child) return undefined;
		const [visits, referrals, caregivers] = await Promise.all([
			phone.rowsOf('measurements', id),
			phone.rowsOf('referrals', id),
			child.caregiver ? phone.rowsOf('caregivers', child.caregiver) : []
		]);
		const [caregiver] = caregivers;
		return {
			child,
			caregiver: caregiver && caregiverOf(child.caregiver, caregiver),
			visits: visits.flatMap((one) => visitOf(String(one.visit), one) ?? []).sort(inOrder),
			referrals: referrals.flatMap((one) => referralOf(String(one.referral), one) ?? [])
		};
	}

	/** Merges of her that hold: the ids of the facts, to be struck out again. */
	async merges(id: string): Promise<readonly Id[]> {
		const facts = (await this.#staff.register?.facts(id)) ?? [];
		const merges = facts.filter(({ kind }) => kind === 'merge').map(({ id: one }) => one);
		const struck = await Promise.all(merges.map((one) => this.#isStruck(one)));
		return merges.filter((_, place) => !struck[place]);
	}

	/** Every id that stands for her: those she is merged with, and a caregiver who answers for nobody else. */
	async idsOf({ id, caregiver }: Child): Promise<readonly Id[]> {
		const ids = [...((await this.#staff.register?.same(id)) ?? [id])];
		const others = this.#lines.filter(({ child }) => !ids.includes(child.id));
		const alone = others.every(({ child }) => child.caregiver !== caregiver);
		return isId(caregiver) && alone ? [...ids, caregiver] : [...ids];
	}

	async #isStruck(fact: Id): Promise<boolean> {
		const about = (await this.#staff.register?.facts(fact)) ?? [];
		return about.some(({ kind }) => kind === 'void');
	}

	/** What is being entered about a child, sealed; '' when the vault is closed. */
	readonly drafts = {
		keep: async (name: string, value: unknown): Promise<void> => {
			if (this.#open) await this.#field.phone?.drafts.keep(name, value, true);
		},
		read: async (name: string): Promise<unknown> =>
			this.#open ? this.#field.phone?.drafts.read(name, true) : undefined,
		drop: async (name: string): Promise<void> => {
			if (this.#open) await this.#field.phone?.drafts.drop(name, true);
		}
	};

	/** A child whose family wants nothing kept: measured and told, and gone with this page. */
	guest: ChildFile | null = null;

	/** Drops every opened value; called when the vault is locked. */
	forget(): void {
		this.guest = null;
		this.#lines = NOTHING;
		this.#heard.forget();
		this.#state = 'closed';
	}

	async #restore(phone: Phone): Promise<void> {
		await this.#clothes.restore(phone);
		this.#hand = (await phone.setting<string>('hand')) === 'left' ? 'left' : 'right';
	}

	#sorted({ children, caregivers }: RegisterContent): readonly ChildLine[] {
		const lines: ChildLine[] = [];
		for (const { child: id, row, last, referrals } of children.values()) {
			const child = childOf(id, row);
			if (!child) continue;
			const of = caregivers.get(child.caregiver);
			const caregiver = of && caregiverOf(child.caregiver, of);
			const visit = last && visitOf(String(last.visit), last);
			lines.push({
				child,
				caregiver,
				last: visit,
				referrals: referrals.flatMap((one) => referralOf(String(one.referral), one) ?? []),
				due: visit?.nextOn ?? null,
				sounds: this.#heard.of(child, caregiver)
			});
		}
		return byName(lines);
	}
}
