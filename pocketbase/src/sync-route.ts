import type { Principals } from '#lib/sync/judge.ts';
import type { SyncRequest } from '#lib/sync/protocol.ts';
import { serve } from '#lib/sync/serve.ts';
import { PocketBaseJournal } from './journal.ts';
import { officeRows } from './office-rows.ts';
import { readRequest } from './request.ts';
import { answering } from './refusal.ts';
import { Sql } from './sql.ts';
import { callerOf } from './who.ts';

const HEADER_LENGTH = 4000;
const SEEN_MS = 15 * 60_000;
/** Tokens are renewed when they have aged this much. */
const AGED_S = 86_400;

/** Makes a fresh token of a phone or account. */
type Issue = (app: App, record: AuthRecord) => string;

/** POST /api/app/sync */
export const sync = (e: RequestEvent, issue: Issue): unknown =>
	answering(e, () => syncFor(e, issue));

function syncFor(e: RequestEvent, issue: Issue): string {
	const now = Date.now();
	const request = readRequest(toString(e.request.body));
	const token = request.account ?? e.request.header.get('X-Account');
	const { principals, phone, account } = callerOf(e, token, now);
	const text = served(e.app, request, { principals, now });
	if (phone) remember(e.app, phone, { header: request.header, now });
	const tokens = {
		...(phone ? renewed(e, phone, { token: bearer(e), issue, now }, 'phone') : {}),
		...(account
			? renewed(e, account, { token: phone ? token : bearer(e), issue, now }, 'account')
			: {})
	};
	const office = officeRows(new Sql(e.app), principals, now);
	const more = {
		...(Object.keys(tokens).length ? { tokens } : {}),
		...(office.tag === request.office ? {} : { office })
	};
	return `${text.slice(0, -1)},${JSON.stringify(more).slice(1)}`.replace(/,}$/, '}');
}

interface Serving {
	readonly principals: Principals;
	readonly now: number;
}

/** One sync on this server's journal; answers its JSON. */
export const served = (app: App, request: SyncRequest, { principals, now }: Serving): string =>
	serve(request, {
		journal: new PocketBaseJournal(app, () => now),
		principals,
		host: {
			hash: (input) => $security.sha256(input),
			now: () => now,
			fault: (id, error) =>
				app.logger().error('sync: an entry failed', 'entry', id, 'error', String(error))
		}
	});

const bearer = (e: RequestEvent): string =>
	e.request.header.get('Authorization').replace(/^Bearer /, '');

interface Renewing {
	readonly token: string;
	readonly issue: Issue;
	readonly now: number;
}

/** A new token beside one that has aged: so a phone that syncs never meets its end. */
function renewed(
	e: RequestEvent,
	record: AuthRecord,
	{ token, issue, now }: Renewing,
	name: 'phone' | 'account'
): { [name: string]: string } {
	const fresh = issue(e.app, record);
	const end = (jwt: string) => $security.parseUnverifiedJWT(jwt).exp ?? 0;
	const life = end(fresh) - now / 1000;
	return end(fresh) - end(token) > Math.min(AGED_S, life / 4) ? { [name]: fresh } : {};
}

/** What a phone says of itself, and when it was here: written when that tells something new. */
function remember(
	app: App,
	phone: AuthRecord,
	{ header, now }: { header: object | undefined; now: number }
): void {
	const said = header ? JSON.stringify(header) : phone.getString('header');
	const last = Date.parse(phone.getString('last').replace(' ', 'T')) || 0;
	if (said.length > HEADER_LENGTH) return;
	if (now - last < SEEN_MS && said === phone.getString('header')) return;
	new Sql(app).run(
		`UPDATE phones SET last = b.value->>1, header = b.value->>2
		FROM json_each({:b}) b WHERE phones.id = b.value->>0`,
		[[phone.id, new Date(now).toISOString().replace('T', ' '), said || 'null']]
	);
}
