import type { ChildFile, Children } from './children.svelte.ts';

/** The child that a screen is about; opened again whenever something of her has changed. */
export class OpenChild {
	readonly #children: Children;
	#file: ChildFile | undefined = $state.raw();
	#looked = $state(false);
	#asked = '';

	constructor(children: Children) {
		this.#children = children;
	}

	get file(): ChildFile | undefined {
		return this.#file;
	}
	/** Looked for and not in any open register. */
	get missing(): boolean {
		return this.#looked && !this.#file;
	}

	/** To be called when the screen opens and when `field.revision` has grown. */
	async look(id: string): Promise<void> {
		if (id !== this.#asked) this.#file = undefined;
		this.#asked = id;
		const file = await this.#children.child(id);
		if (id !== this.#asked) return;
		this.#file = file;
		this.#looked = true;
	}
}
