/** Own code of a member of the staff being typed: at least six digits, never shown. */
export class CodeEntry {
	static readonly least = 6;
	static readonly most = 12;
	#typed = $state('');

	/** For the vault alone. */
	get value(): string {
		return this.#typed;
	}

	get length(): number {
		return this.#typed.length;
	}

	get enough(): boolean {
		return this.#typed.length >= CodeEntry.least;
	}

	press(digit: number): void {
		if (this.#typed.length < CodeEntry.most) this.#typed += String(digit);
	}

	erase(): void {
		this.#typed = this.#typed.slice(0, -1);
	}

	clear(): void {
		this.#typed = '';
	}
}
