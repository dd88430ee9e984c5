import { readSetting, writeSetting } from './settings.ts';

/** Sun mode: one tap, kept for this phone; also on when the system asks for more contrast. */
export class Mode {
	#sun = $state(false);

	get sun(): boolean {
		return this.#sun;
	}

	/** Browser only: what was chosen, else what the system asks for. */
	restore(): void {
		const kept = readSetting('mode');
		this.#sun = kept ? kept === 'sun' : matchMedia('(prefers-contrast: more)').matches;
		this.#show();
	}

	toggle(): void {
		this.#sun = !this.#sun;
		writeSetting('mode', this.#sun ? 'sun' : 'day');
		this.#show();
	}

	/** Sun mode for one screen that a family looks at; answers how to give it back. */
	lendSun(): () => void {
		document.documentElement.dataset.mode = 'sun';
		return () => this.#show();
	}

	#show(): void {
		if (this.#sun) document.documentElement.dataset.mode = 'sun';
		else delete document.documentElement.dataset.mode;
	}
}
