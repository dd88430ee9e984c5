import type { Entry, Key } from './entry.ts';
import type { Seen } from './kind.ts';
import { raise, type Registry } from './registry.ts';

/** Reads entries through a registry: raised to the present version, in the order of folding. */
export class Reading {
	constructor(private readonly registry: Registry) {}

	/** Those that open first, then by stamp, then by id: the same on every machine. */
	readonly inOrder = (a: Entry, b: Entry): number =>
		this.turn(a) - this.turn(b) || a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

	private turn(entry: Entry): number {
		return this.registry.kindOf(entry.kind)?.opens ? 0 : 1;
	}

	/** The entry with a body of the present version; null if it is blank or not understood here. */
	raised(entry: Entry): Seen<unknown> | null {
		const def = this.registry.kindOf(entry.kind);
		if (!def || entry.v > def.v || entry.body === null) return null;
		return { ...entry, body: raise(def, entry) };
	}

	/** The fold keys of an entry, by the ids it knows itself; none if it is blank or not understood. */
	keys(entry: Entry): Key[] {
		const seen = this.raised(entry);
		return seen ? (this.registry.kindOf(seen.kind)?.keys(seen) ?? []) : [];
	}

	/** Lets one entry change a row of a table. */
	step(table: string, row: object, seen: Seen<unknown>, who: string): void {
		const fold = this.registry.kindOf(seen.kind)?.fold as Record<
			string,
			((row: object, seen: Seen<unknown>, who: string) => void) | undefined
		>;
		fold[table]?.(row, seen, who);
	}
}
