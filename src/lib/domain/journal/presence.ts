import { heardOn } from './credits.ts';
import { leastOf, piecesOf, withoutPiece, withPiece } from './evidence.ts';
import type { Tables } from './tables.ts';

/** Writes into a person's progress whether she heard the lesson in this session: on `day`, or not if
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

/** Writes into a session whether somebody was there. */
export function tally(row: Tables['sessions'], who: string, here: boolean): void {
	row.here = here ? withPiece(row.here, who) : withoutPiece(row.here, who);
	row.present = piecesOf(row.here).length;
}
