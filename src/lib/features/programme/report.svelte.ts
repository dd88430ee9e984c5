import type { Office, OfficeFault, ProgrammeReport } from '#lib/app/office.svelte.ts';
import { keepNumbers, keptNumbers } from '#lib/app/kept-numbers.ts';
import { EVERYWHERE, type Period } from '#lib/domain/programme/sums.ts';
import { View } from '#lib/domain/programme/view.ts';

/** The programme's numbers: first as they were kept here, then as the server tells them now; cut to a
 * place and a period without asking anybody. */
export class Numbers {
	readonly #office: Office;
	#report: ProgrammeReport | null = $state.raw(null);
	#fault: OfficeFault | null = $state(null);
	#busy = $state(false);
	place = $state(EVERYWHERE);
	months = $state<Period>(12);
	readonly #view = $derived(
		this.#report
			? new View(this.#report.sums, { place: this.place, months: this.months })
			: undefined
	);

	constructor(office: Office) {
		this.#office = office;
	}

	get report() {
		return this.#report;
	}
	get view() {
		return this.#view;
	}
	get fault() {
		return this.#fault;
	}
	get busy() {
		return this.#busy;
	}

	/** Browser only. */
	async look(): Promise<void> {
		this.#report ??= keptNumbers();
		if (!this.#office.account?.coordinator) return;
		this.#busy = true;
		const said = await (await this.#office.client()).programme();
		this.#busy = false;
		this.#fault = said.ok ? null : said.error;
		if (!said.ok) return;
		this.#report = said.value;
		keepNumbers(said.value);
	}

	placeName = (id: string): string => {
		const found = this.#report?.sums.places.find(([place]) => place === id);
		return found ? String(found[1]) : '';
	};
}
