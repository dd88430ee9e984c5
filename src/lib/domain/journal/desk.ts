import type { Id, ScopeId } from '../shared/ids.ts';
import { givenTo, isControl, isFinal, isGivable, movedTo, targetOf } from './control.ts';
import type { Entry, Key, OwnerId } from './entry.ts';
import type { Reading } from './reading.ts';
import { Said } from './said.ts';

const NOBODY: ReadonlySet<Id> = new Set();

/** The working set of one arrival: what has been read, where it is filed and what is said of it. */
export class Desk {
	readonly entries = new Map<Id, Entry>();
	readonly said = new Said();
	/** What was ever said, also by what leaves: by this one was filed and folded. */
	readonly ever: Said;
	private readonly left = new Set<Id>();
	private readonly files = new Map<Key, Set<Id>>();
	private readonly ownKeys = new Map<Entry, Key[]>();

	/** `without`: entries that leave; they are not let on the desk. */
	constructor(
		readonly reading: Reading,
		private readonly without: ReadonlySet<Id>
	) {
		this.ever = without.size ? new Said() : this.said;
	}

	/** Lays an entry on the desk; false if it is one that leaves. */
	lay(e: Entry): boolean {
		if (this.without.has(e.id)) {
			if (!this.left.has(e.id)) this.ever.note(e);
			this.left.add(e.id);
			return false;
		}
		if (this.entries.has(e.id)) return true;
		this.entries.set(e.id, e);
		this.said.note(e);
		if (this.ever !== this.said) this.ever.note(e);
		return true;
	}

	file(k: Key, e: Entry): void {
		if (!this.lay(e)) return;
		const file = this.files.get(k);
		if (file) file.add(e.id);
		else this.files.set(k, new Set([e.id]));
	}

	under(k: Key): ReadonlySet<Id> {
		return this.files.get(k) ?? NOBODY;
	}

	/** Everyone the entry was ever about; the last is whom it is about now. */
	subjects(e: Entry, said = this.said): OwnerId[] {
		const modifiers = said.of(e);
		if (!modifiers.length || isControl(e)) return [e.subject];
		const given: OwnerId[] = [e.subject];
		for (const modifier of [...modifiers].sort(this.reading.inOrder)) {
			const to = givenTo(modifier);
			if (to && isGivable(this.reading.keys({ ...e, subject: to }), to)) given.push(to);
		}
		return given;
	}

	subject(e: Entry): OwnerId {
		return this.subjects(e).at(-1) ?? e.subject;
	}

	/** All keys it was or is under, also by what leaves. A filing too many is harmless (the fold asks again), one that is
	 * missing is not. Own keys are kept: to ask for them is dear in the server's engine. */
	keys(e: Entry): Key[] {
		const own = this.own(e);
		const [, ...others] = this.subjects(e, this.ever);
		if (!others.length) return own;
		const given = others.flatMap((subject) => this.reading.keys({ ...e, subject }));
		return [...new Set([...own, ...given])];
	}

	/** The keys it is under by itself, whatever was said of it. */
	own(e: Entry): Key[] {
		let own = this.ownKeys.get(e);
		if (!own) this.ownKeys.set(e, (own = [...new Set(this.reading.keys(e))]));
		return own;
	}

	/** Whether the entry is to be forgotten: its subject, or anyone it was ever given to, is erased.
	 * This only grows, so it may be done physically. */
	isGone(e: Entry): boolean {
		if (isControl(e)) return false;
		if (e.body === null) return true;
		return this.said.anyErased && this.subjects(e).some((id) => this.said.isErased(id));
	}

	/** Where it is delivered: a void or reassign with its target, a blank where it was made, a fact
	 * where its subject's newest move says, else where it was made; merged scopes are resolved. */
	home(e: Entry): ScopeId {
		const target = this.entries.get(targetOf(e) ?? e.id);
		if (target && target !== e && !isFinal(target)) return this.home(target);
		if (this.isGone(e) || !this.said.anyMoved) return this.said.shownAs(e.scope);
		const moves = this.said
			.joined(this.subject(e), true)
			.flatMap((id) => this.said.movesOf(id))
			.filter((move) => !this.said.isStruck(move) && !this.isGone(move))
			.sort(this.reading.inOrder);
		return this.said.shownAs(movedTo(moves.at(-1)) ?? e.scope);
	}

	/** Everywhere it may ever have been delivered, also by moves and merges that were voided since. */
	places(e: Entry): ScopeId[] {
		const { ever } = this;
		if (!ever.anyMoved && !ever.anyMerged) return [e.scope];
		const target = this.entries.get(targetOf(e) ?? e.id) ?? e;
		const moves = [...this.subjects(target, ever), e.subject]
			.flatMap((id) => ever.joined(id, false))
			.flatMap((id) => ever.movesOf(id));
		const scopes = [e.scope, target.scope, ...moves.flatMap((move) => movedTo(move) ?? [])];
		return [...new Set(scopes.flatMap((scope) => ever.joined(scope, false)))] as ScopeId[];
	}
}
