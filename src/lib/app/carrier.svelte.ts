import { fail, type Result } from '#lib/domain/shared/result.ts';
import type { Phone } from '#lib/store/phone.ts';
import type { Light } from './light.ts';

/** Why a phone could not join: the letters, the code, the network, or the programme. */
export type EnrolFault = 'shape' | 'unknown' | 'late' | 'often' | 'offline' | 'fault';

interface Counts {
	readonly made: number;
	readonly safe: number;
}

/** Carries facts to the server and back, and says in one word how that stands. */
export class Carrier {
	#phone: Phone | null = null;
	#light: Light = $state.raw({ kind: 'never' });
	#counts: Counts = $state.raw({ made: 0, safe: 0 });
	#group: { name: string } | null = $state.raw(null);
	#after: () => Promise<void> = async () => {};

	get light(): Light {
		return this.#light;
	}
	get counts(): Counts {
		return this.#counts;
	}
	/** The group this phone is enrolled in. */
	get group(): { readonly name: string } | null {
		return this.#group;
	}

	begin(phone: Phone, after: () => Promise<void>): void {
		this.#phone = phone;
		this.#after = after;
	}

	soon(): void {}
	now(): void {}
	async enrol(code: string): Promise<Result<string, EnrolFault>> {
		return fail('fault');
	}
}
