/** What signing in needs of the heavy rooms, loaded when somebody signs in or a vault is open. */
import { fail, type Result } from '#lib/domain/shared/result.ts';
import type { Phone } from '#lib/store/phone.ts';
import type { Secrets } from '#lib/store/vault-record.ts';
import { enrolSignedIn } from '#lib/sync/enrol.ts';
import { httpTransport } from '#lib/sync/http.ts';
import type { SignedIn } from '#lib/sync/pocketbase.ts';
import { askSecrets } from '#lib/sync/secrets.ts';
import type { SignInFault } from './staff-account.ts';

export { codeFault } from '#lib/domain/shared/own-code.ts';
export { lacksKeys, renewRights } from '#lib/sync/secrets.ts';
export { httpTransport };

/** Lets this phone in by her sign-in, if it is not in yet, and asks what her vault is made with. A phone
 * whose token has ended is let in anew. */
export async function letIn(phone: Phone, signed: SignedIn): Promise<Result<Secrets, SignInFault>> {
	const transport = httpTransport();
	const join = { account: signed.token, label: signed.name.slice(0, 80) };
	for (const again of [false, true]) {
		if (again || !phone.identity.token) {
			const joined = await enrolSignedIn(phone, transport, join);
			if (!joined.ok) {
				const { error } = joined;
				return fail(plain(error.kind === 'code' ? error.code : error.kind));
			}
		}
		const asked = await askSecrets(phone, transport, signed.token);
		if (asked.ok) return asked;
		if (asked.error !== 'unauthorized') return fail(plain(asked.error));
	}
	return fail('fault');
}

function plain(fault: string): SignInFault {
	if (fault === 'revoked') return fault;
	return fault === 'offline' || fault === 'portal' ? 'offline' : 'fault';
}
