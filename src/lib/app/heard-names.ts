import { fullName, type Caregiver, type Child } from '#lib/domain/child/rows.ts';
import { soundsOf } from '#lib/domain/child/sound.ts';

/** How the names of the register sound, worked out once per name. */
export class HeardNames {
	readonly #known = new Map<string, { readonly of: string; readonly sounds: readonly string[] }>();

	/** A child is found by her own name and her caregiver's. */
	of(child: Child, caregiver: Caregiver | undefined): readonly string[] {
		const of = `${fullName(child)} ${caregiver?.name ?? ''}`;
		const known = this.#known.get(child.id);
		if (known?.of === of) return known.sounds;
		const sounds = soundsOf(of);
		this.#known.set(child.id, { of, sounds });
		return sounds;
	}

	forget(): void {
		this.#known.clear();
	}
}
