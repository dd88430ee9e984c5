import { isSelfKey, ownerOf, type Entry, type Key, type OwnerId } from './entry.ts';
import type { Id, ScopeId } from '../shared/ids.ts';
import { bodyOf } from './registry.ts';

// Four kinds speak about other entries or ids: void, reassign, merge, erase. They hold ids only, fold
// nothing themselves and are never blanked.

/** Speaks about one entry: strikes it out or gives it away. */
export const isModifier = (e: Pick<Entry, 'kind'>): boolean =>
	e.kind === 'void' || e.kind === 'reassign';

export const isControl = (e: Pick<Entry, 'kind'>): boolean =>
	isModifier(e) || e.kind === 'merge' || e.kind === 'erase';

/** Nothing strikes out or gives away these. A merge can be voided. */
export const isFinal = (e: Entry): boolean => isModifier(e) || e.kind === 'erase';

/** The entry that a void or reassign speaks about. */
export const targetOf = (e: Entry): Id | undefined =>
	(bodyOf(e, 'void') ?? bodyOf(e, 'reassign'))?.target;

/** Whom a reassign gives its target to. */
export const givenTo = (e: Entry): Id | undefined => bodyOf(e, 'reassign')?.to;

export const mergeOf = (e: Entry): { from: OwnerId; to: OwnerId } | null => bodyOf(e, 'merge');

export const erasedBy = (e: Entry): readonly Id[] => bodyOf(e, 'erase')?.ids ?? [];

export const isMove = (e: Entry): boolean => e.kind === 'child.move';

/** By it a person or child comes into being: who has none is not known. */
export const isOpening = (e: Pick<Entry, 'kind'>): boolean =>
	e.kind === 'member.join' || e.kind === 'child.register';

export const movedTo = (e: Entry | undefined): ScopeId | undefined => bodyOf(e, 'child.move')?.to;

/** Whether an entry with these keys can be given to `to`: only a fact with a key on its subject, and
 * nothing that speaks about an id itself (a move is voided and written again). */
export const isGivable = (keys: readonly Key[], to: OwnerId): boolean =>
	keys.some((k) => ownerOf(k) === to) && !keys.some(isSelfKey);
