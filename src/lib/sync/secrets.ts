import * as z from 'zod/mini';
import { scope } from '#lib/domain/journal/shapes.ts';
import { roles } from '#lib/domain/journal/kind.ts';
import type { Grant } from '#lib/domain/journal/policy.ts';
import { isHealth } from '#lib/domain/shared/ids.ts';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import type { Phone } from '#lib/store/phone.ts';
import type { Secrets } from '#lib/store/vault-record.ts';
import type { Reply, Transport } from './http.ts';

const hex = () => z.string().check(z.regex(/^[0-9a-f]{64}$/));
const grant = z.looseObject({ role: z.enum(roles), scope: z.union([z.literal('*'), scope()]) });
const secrets = z.looseObject({
	recovery: hex(),
	communities: z.record(scope(), hex()),
	grants: z.array(grant)
});

export type SecretsFault = Exclude<Reply['kind'], 'answer'> | 'unenrolled' | 'foreign';

/** What the vault of an account on this phone is made with; asked for once, after an online sign-in. */
export async function askSecrets(
	phone: Phone,
	transport: Transport,
	account: string
): Promise<Result<Secrets, SecretsFault>> {
	const { token } = phone.identity;
	if (!token) return fail('unenrolled');
	const reply = await transport.secrets({ account }, token);
	if (reply.kind !== 'answer') return fail(reply.kind);
	const read = secrets.safeParse(reply.body);
	if (!read.success) return fail('foreign');
	const { recovery, communities, grants } = read.data;
	return ok({ recovery, communities, grants: grants as Grant[] });
}

/** After a sync: her rights as they are now, and the keys of communities that were granted since the
 * vault was made. Answers whether there were any; then there are facts to pull. */
export async function renewRights(phone: Phone, transport: Transport): Promise<boolean> {
	const open = phone.vaults.current;
	if (!open) return false;
	const asked = await askSecrets(phone, transport, open.token);
	if (!asked.ok) return false;
	const { communities, grants } = asked.value;
	await phone.vaults.renew({ communities, grants });
	return Object.keys(communities).some((one) => !open.scopes.some((scope) => scope === one));
}

/** Whether the server lets her read communities whose keys are not here yet. */
export async function lacksKeys(phone: Phone): Promise<boolean> {
	const open = phone.vaults.current;
	const reads = await phone.reads();
	return open !== undefined && reads.some((one) => isHealth(one) && !open.scopes.includes(one));
}
