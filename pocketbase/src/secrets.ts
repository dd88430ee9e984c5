import { isHealth } from '#lib/domain/shared/ids.ts';
import { readable } from '#lib/domain/journal/policy.ts';
import { answering, Refusal } from './refusal.ts';
import { Sql } from './sql.ts';
import { callerOf } from './who.ts';

/**
 * POST /api/app/secrets {account}: what the vault of an account on this phone is made with – a secret
 * that opens it when its code is forgotten, the keys of the communities she may read, and what she may
 * do. Derived, so
 * nothing is stored, and the same for every account of a phone. It takes the phone's token and the
 * account's: both only after an online sign-in.
 */
export const secrets = (e: RequestEvent): unknown =>
	answering(e, () => {
		const { principals } = callerOf(e, tokenOf(toString(e.request.body)), Date.now());
		const { phone, account, state } = principals;
		if (!phone) throw new Refusal(403, 'phone');
		if (!account) throw new Refusal(401, state);
		const key = new Sql(e.app).row(
			"SELECT value FROM server_keys WHERE name = 'handover'",
			{},
			{ value: '' }
		).value;
		if (!key) throw new Error('the server has no key for hand-over');
		const derive = (text: string) => $security.hs256(text, key);
		const communities = readable(account).filter(isHealth);
		return JSON.stringify({
			recovery: derive(`recovery:${phone.id}:${account.id}`),
			communities: Object.fromEntries(
				communities.map((scope) => [scope, derive(`community:${phone.id}:${scope}`)])
			),
			grants: account.grants
		});
	});

function tokenOf(text: string): string {
	try {
		const value: unknown = JSON.parse(text);
		if (typeof value === 'object' && value !== null && 'account' in value) {
			return typeof value.account === 'string' ? value.account : '';
		}
	} catch {
		throw new Refusal(400, 'json');
	}
	throw new Refusal(400, 'account');
}
