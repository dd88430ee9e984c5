import * as z from 'zod/mini';
import { id } from '#lib/domain/journal/shapes.ts';
import type { Answer } from '#lib/sync/protocol.ts';
import type { Audit } from './audit.ts';
import { answering, Refusal } from './refusal.ts';
import { readRequest } from './request.ts';
import { Sql } from './sql.ts';
import { served } from './sync-route.ts';
import { coordinatorOf, principalsOf } from './who.ts';

const asked = z.looseObject({ phone: id(), box: z.string() });

/**
 * POST /api/app/handover {phone, box}: takes in what a phone has sealed for the server and somebody else
 * brings. Judged as if the phone had sent it itself, with the account's token that lies in the box.
 */
export const handover = (e: RequestEvent, audit: Audit): unknown =>
	answering(e, () => {
		const now = Date.now();
		const who = coordinatorOf(e, now);
		const { phone, box } = readAsked(toString(e.request.body));
		const record = phoneOf(e.app, phone);
		if (!record.getBool('active')) throw new Refusal(403, 'revoked');
		const request = readRequest(opened(e.app, phone, box));
		const { principals } = principalsOf(e.app, record, { token: request.account ?? '', now });
		const { answers } = JSON.parse(served(e.app, request, { principals, now })) as {
			answers: Answer[];
		};
		const count = (s: Answer['s']) => answers.filter((one) => one.s === s).length;
		audit(e.app, {
			who: who.id,
			role: 'users',
			action: 'handover',
			collection: 'phones',
			record: phone,
			after: { taken: count('ok'), known: count('dup'), held: count('held') }
		});
		return JSON.stringify({ now, answers });
	});

function readAsked(text: string) {
	try {
		return z.parse(asked, JSON.parse(text));
	} catch {
		throw new Refusal(400, 'request');
	}
}

function phoneOf(app: App, phone: string): AuthRecord {
	try {
		return app.findRecordById('phones', phone);
	} catch {
		throw new Refusal(404, 'phone'); // the engine throws when there is none
	}
}

/** The phone's secret is derived as at its enrolment; a box of another phone does not open. */
function opened(app: App, phone: string, box: string): string {
	const key = new Sql(app).row(
		"SELECT value FROM server_keys WHERE name = 'handover'",
		{},
		{ value: '' }
	).value;
	const secret = $security.hs256(`handover:${phone}`, key);
	try {
		return $security.decrypt(box, $security.hs256('file:1', secret).slice(0, 32));
	} catch {
		throw new Refusal(400, 'box');
	}
}
