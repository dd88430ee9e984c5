import type { Phone } from '#lib/store/phone.ts';

export type Clothes = 'none' | 'light' | 'full';

/** What clothes weigh here, kg; each place weighs its own. */
export type Tares = Readonly<Record<Clothes, number>>;

const START: Tares = { none: 0, light: 0.3, full: 0.6 };
const SETTING = 'clothes';

interface Kept {
	readonly worn: Clothes;
	readonly tares: Tares;
}

/** Clothes on the scale: weighed once and kept on this phone, with what the last child wore. */
export class ClothesOnScale {
	#worn: Clothes = $state('light');
	#tares: Tares = $state.raw(START);

	get tares(): Tares {
		return this.#tares;
	}
	/** As the last child wore them, kg. */
	get worn(): { readonly clothes: Clothes; readonly tareKg: number } {
		return { clothes: this.#worn, tareKg: this.#tares[this.#worn] };
	}

	async restore(phone: Phone): Promise<void> {
		const kept = await phone.setting<Kept>(SETTING);
		if (!kept) return;
		this.#worn = kept.worn;
		this.#tares = kept.tares;
	}

	async remember(phone: Phone, worn: Clothes, kg: number): Promise<void> {
		this.#worn = worn;
		this.#tares = { ...this.#tares, [worn]: kg };
		await phone.set(SETTING, { worn, tares: this.#tares } satisfies Kept);
	}
}
