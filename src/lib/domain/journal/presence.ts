import { heardOn } from './credits.ts';
import { leastOf, piecesOf, valueOf, withoutPiece, withPiece } from './evidence.ts';
import type { Tables } from './tables.ts';

/** Writes into a person's progress whether she heard the lesson in this meeting: on `day`, or not if
 * it is ''. Her id stands beside the session's, for two of her ids may have been there. */
export function presence(
	row: Tables['progress'],
	{ session, who, day }: { session: string; who: string; day: string }
): void {
	const piece = `${session}:${who}`;
	row.sessions = day ? withPiece(row.sessions, piece, day) : withoutPiece(row.sessions, piece);
	row.groupOn = leastOf(row.sessions);
	row.heardOn = heardOn(row);
}

/** Writes into a session for how many blocks somebody was there; null: she was not. */
export function tally(row: Tables['sessions'], who: string, blocks: number | null): void {
	row.here =
		blocks === null ? withoutPiece(row.here, who) : withPiece(row.here, who, String(blocks));
	row.present = piecesOf(row.here).length;
}

/** For how many blocks she was there, as the row has it now; 0 for not at all. */
export const blocksIn = (row: Tables['sessions'], who: string): number =>
	Number(valueOf(row.here, who) ?? 0);
