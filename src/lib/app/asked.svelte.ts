import type { Result } from '#lib/domain/shared/result.ts';
import type { OfficeFault } from './office.svelte.ts';

/** A question put to the server: what came back last stays on the screen while it is asked again. */
export class Asked<T> {
	#value: T | null = $state.raw(null);
	#fault: OfficeFault | null = $state(null);
	#busy = $state(false);

	get value(): T | null {
		return this.#value;
	}
	get fault(): OfficeFault | null {
		return this.#fault;
	}
	get busy(): boolean {
		return this.#busy;
	}

	/** Puts the question; answers whether there was an answer. */
	async ask(question: () => Promise<Result<T, OfficeFault>>): Promise<boolean> {
		this.#busy = true;
		const answer = await question();
		this.#busy = false;
		if (answer.ok) this.#value = answer.value;
		this.#fault = answer.ok ? null : answer.error;
		return answer.ok;
	}
}
