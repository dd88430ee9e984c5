import { untrack } from 'svelte';

/** What a phone of the staff keeps besides the core: scripts/parts/places.ts says what belongs to which. */
export type Part = 'promoter' | 'office';

/**
 * A new version waits beside the running one until somebody says yes, and nobody is asked in the
 * middle of a lesson or a visit.
 */
export class AppUpdate {
	#waiting = $state<ServiceWorker | null>(null);
	#busy = $state(0);
	#kept: { kept: number; of: number } | null = $state.raw(null);
	#container: ServiceWorkerContainer | null = null;
	readonly #parts: Part[] = [];
	#reloading = false;

	/** True when a new version lies ready and nothing would be interrupted. */
	get offered(): boolean {
		return this.#waiting !== null && this.#busy === 0;
	}

	/** Registers the worker and watches for its successors. Answers when the first one is active. */
	async watch(container: ServiceWorkerContainer): Promise<void> {
		this.#container = container;
		const registration = await container.register('/service-worker.js', {
			scope: '/',
			type: 'classic'
		});
		if (registration.waiting && container.controller) this.#waiting = registration.waiting;
		registration.addEventListener('updatefound', () => {
			const coming = registration.installing;
			coming?.addEventListener('statechange', () => {
				if (coming.state === 'installed' && container.controller) this.#waiting = coming;
			});
		});
		container.addEventListener('controllerchange', () => {
			if (!this.#reloading) return; // the very first worker takes over silently
			location.reload();
		});
		await container.ready;
		this.#ask();
	}

	/** Somebody who needs this part is signed in: the worker fetches it and keeps it from now on. */
	keepPart(part: Part): void {
		if (!this.#parts.includes(part)) this.#parts.push(part);
		this.#ask();
	}

	#ask(): void {
		const worker = this.#container?.controller;
		for (const part of worker ? this.#parts : []) worker?.postMessage({ kind: 'keep-part', part });
	}

	/** How many of the lessons lie on this phone; null until the worker has said so. */
	get kept(): { kept: number; of: number } | null {
		return this.#kept;
	}

	/** Asks the worker to fetch lessons and drawings once the app itself is safe. */
	async keepLessons(
		container: ServiceWorkerContainer,
		lessons: string[],
		besides: string[]
	): Promise<void> {
		container.addEventListener('message', ({ data }) => {
			if (data?.kind === 'lessons-kept') this.#kept = { kept: data.kept, of: data.of };
		});
		const { active } = await container.ready;
		active?.postMessage({ kind: 'keep-lessons', lessons, besides });
	}

	/** Holds the offer back while something runs; call the answer when it is over. */
	hold(): () => void {
		untrack(() => (this.#busy += 1));
		let held = true;
		return () => {
			if (held) untrack(() => (this.#busy -= 1));
			held = false;
		};
	}

	/** The person said yes: the new worker takes over and the page starts again. */
	accept(): void {
		if (!this.#waiting) return;
		this.#reloading = true;
		this.#waiting.postMessage({ kind: 'take-over' });
	}
}
