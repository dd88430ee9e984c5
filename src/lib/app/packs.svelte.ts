import { isWhole, type PackFault, type PackState } from '#lib/domain/course/pack.ts';

type Answer = PackState | { fault: PackFault };
/** Asks the worker about a pack; null in a browser without one. */
export type AskWorker = (ask: 'look' | 'more' | 'drop', address: string) => Promise<Answer | null>;

const SILENT = 60_000;
/** Left free, so that facts never lack room because of a voice. */
const SPARE = 20_000_000;

/** The worker of this page, asked over a port of its own; it may be stopped at any time and is then silent. */
export const askWorker: AskWorker = async (ask, address) => {
	const container = navigator.serviceWorker;
	if (!container) return null;
	// on the very first visit the worker takes the page over only when it has the whole app
	if (!container.controller) {
		await new Promise((done) =>
			container.addEventListener('controllerchange', done, { once: true })
		);
	}
	const worker = container.controller;
	if (!worker) return null;
	const { port1, port2 } = new MessageChannel();
	return new Promise((answer) => {
		const late = setTimeout(() => answer({ fault: 'away' }), SILENT);
		port1.onmessage = ({ data }) => {
			clearTimeout(late);
			answer(data);
		};
		worker.postMessage({ kind: 'pack', ask, address }, [port2]);
	});
};

const roomLeft = async (): Promise<number> => {
	const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
	return quota - usage;
};

/**
 * The voices of courses on this phone: fetched when somebody asks, a few files at a time, so that a cut or a pause
 * loses nothing; taken away when somebody says so, and never by anything else.
 */
export class Packs {
	readonly #ask: AskWorker;
	readonly #room: () => Promise<number>;
	#states: Readonly<Record<string, PackState>> = $state.raw({});
	#running: readonly string[] = $state.raw([]);

	constructor(ask: AskWorker = askWorker, room: () => Promise<number> = roomLeft) {
		this.#ask = ask;
		this.#room = room;
	}

	/** @param address address of the pack's list; undefined until the worker has been asked */
	state(address: string): PackState | undefined {
		return this.#states[address];
	}

	running(address: string): boolean {
		return this.#running.includes(address);
	}

	async look(address: string): Promise<void> {
		this.#note(address, await this.#ask('look', address));
	}

	/** Fetches what is missing until all is here, somebody pauses, or something is in the way. */
	async start(address: string): Promise<void> {
		if (this.running(address)) return;
		const before = this.#states[address];
		if (before && (await this.#room()) < before.missing + SPARE) {
			return this.#note(address, { fault: 'full' });
		}
		this.#run(address, true);
		while (this.running(address)) {
			const answer = await this.#ask('more', address);
			this.#note(address, answer);
			if (!answer || answer.fault || ('missing' in answer && isWhole(answer))) break;
		}
		this.#run(address, false);
	}

	/** The files under way still arrive. */
	pause(address: string): void {
		this.#run(address, false);
	}

	async drop(address: string): Promise<void> {
		this.pause(address);
		this.#note(address, await this.#ask('drop', address));
	}

	#run(address: string, on: boolean): void {
		const others = this.#running.filter((one) => one !== address);
		this.#running = on ? [...others, address] : others;
	}

	#note(address: string, answer: Answer | null): void {
		const before = this.#states[address];
		const state = answer && ('of' in answer ? answer : before && { ...before, ...answer });
		if (state) this.#states = { ...this.#states, [address]: state };
	}
}
