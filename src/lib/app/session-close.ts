import { closing, isEmpty } from '#lib/domain/course/session/close.ts';
import { attendees, type Session } from '#lib/domain/course/session/session.ts';
import type { Key } from '#lib/domain/journal/entry.ts';
import type { Row } from '#lib/domain/journal/tables.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import type { SaveFault } from '#lib/store/phone.ts';
import type { Field } from './field.svelte.ts';

/** What closing needs of the field. */
export interface Journal {
	save: Field['save'];
	readonly phone: { row(key: Key): Promise<Row | undefined> } | null;
}

export type CloseFault = SaveFault | 'closed';

/** One at a time on this phone, other tabs included: whoever comes second finds it done. */
export function record(...given: Parameters<typeof write>): ReturnType<typeof write> {
	const { locks } = navigator;
	return locks ? locks.request('yatiqana.session', () => write(...given)) : write(...given);
}

/**
 * Turns a meeting into facts: who does the last practice, one record each, and the one of the meeting.
 * What a killed browser had recorded already is not recorded again: the meeting itself comes last.
 */
async function write(
	journal: Journal,
	session: Session,
	closed: 'hand' | 'clock',
	by: string | null
): Promise<Result<null, CloseFault>> {
	const { phone } = journal;
	if (!phone) return fail('closed');
	const scope = session.scope as ScopeId;
	const done = `${scope}|sessions|${session.id}` as Key;
	if (isEmpty(session) || (await phone.row(done))) return ok(null);
	const { day, tried } = session;
	for (const who of tried?.did ?? []) {
		const { practice, lesson } = tried ?? { practice: '', lesson: '' };
		const row = await phone.row(`${who}|practices|${practice}` as Key);
		if (row?.doingOn === day) continue;
		const body = { practice, level: 'doing' as const, day, lesson };
		const saved = await journal.save({
			kind: 'practice.report',
			scope,
			subject: who,
			by: who,
			body
		});
		if (!saved.ok) return saved;
	}
	const saved = await journal.save({
		kind: 'session.close',
		id: session.entry as Id,
		scope,
		subject: session.id,
		by: by ?? attendees(session)[0] ?? '',
		body: closing(session, closed)
	});
	return saved.ok ? ok(null) : saved;
}
