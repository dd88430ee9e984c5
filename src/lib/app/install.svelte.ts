/** Chrome's offer to put the app on the phone's first screen; it comes once and must be caught. */
interface InstallOffer extends Event {
	prompt(): Promise<unknown>;
}
const isOffer = (event: Event): event is InstallOffer => 'prompt' in event;

/** Keeps the offer until the right moment: when somebody has finished a lesson. */
export class Install {
	#offer: InstallOffer | null = $state.raw(null);

	/** True while the phone would put the app on its first screen. */
	get offered(): boolean {
		return this.#offer !== null;
	}

	/** Browser only. */
	watch(): void {
		addEventListener('beforeinstallprompt', (event) => {
			event.preventDefault(); // the browser's own bar would come in the middle of a lesson
			if (isOffer(event)) this.#offer = event;
		});
		addEventListener('appinstalled', () => (this.#offer = null));
	}

	/** She said yes to our card: the browser asks once more by itself. */
	async accept(): Promise<void> {
		const offer = this.#offer;
		this.#offer = null; // an offer can be used once
		await offer?.prompt();
	}
}
