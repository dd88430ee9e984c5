import * as z from 'zod/mini';
import { id } from '#lib/domain/journal/shapes.ts';
import { groupScope, scopeOwner, type Id } from '#lib/domain/shared/ids.ts';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import type { Phone } from '#lib/store/phone.ts';
import type { Reply, Transport } from './http.ts';

/** `code`: what the server said of the code or of this phone – unknown, used, expired, too-many,
 * own-taken, phone-taken, revoked … */
export type EnrolFault =
	| { readonly kind: 'code'; readonly code: string }
	| { readonly kind: Exclude<Reply['kind'], 'answer' | 'refused'> | 'foreign' };

export interface Enrolment {
	/** As typed or read from the QR. */
	readonly code: string;
	/** What the programme calls this phone. */
	readonly label: string;
}

const enrolled = z.looseObject({
	phone: z.looseObject({ id: id() }),
	token: z.string(),
	group: z.nullable(z.looseObject({ id: id(), name: z.string() })),
	secret: z.string()
});

interface Group {
	readonly id: Id;
	readonly name: string;
}

/**
 * Lets the phone into the group its code names. A group of its own, made before, is merged into that
 * one by an entry; nothing is rewritten, and people who are there twice are matched by a facilitator.
 */
export async function enrol(
	phone: Phone,
	transport: Transport,
	{ code, label }: Enrolment
): Promise<Result<Group, EnrolFault>> {
	const { id: phoneId, own, secret } = phone.identity;
	const reply = await transport.enrol({
		code,
		label,
		phone: phoneId,
		...(own ? { own: scopeOwner(own) } : {}),
		...(secret ? { secret } : {})
	});
	if (reply.kind === 'refused') return fail({ kind: 'code', code: reply.code });
	if (reply.kind !== 'answer') return fail({ kind: reply.kind });
	const read = enrolled.safeParse(reply.body);
	if (!read.success || !read.data.group) return fail({ kind: 'foreign' });
	const group = { id: read.data.group.id, name: read.data.group.name };
	await phone.identify({ token: read.data.token, secret: read.data.secret, group });
	await mergeOwn(phone, group);
	return ok(group);
}

/** Lets a browser in as the phone of an account that has just signed in; it gets no group of its own,
 * and what was made in one before stays here until a code of a group is used. */
export async function enrolSignedIn(
	phone: Phone,
	transport: Transport,
	{ account, label }: { readonly account: string; readonly label: string }
): Promise<Result<null, EnrolFault>> {
	const { id: phoneId, secret } = phone.identity;
	const request = { label, phone: phoneId, ...(secret ? { secret } : {}) };
	const reply = await transport.enrol(request, account);
	if (reply.kind === 'refused') return fail({ kind: 'code', code: reply.code });
	if (reply.kind !== 'answer') return fail({ kind: reply.kind });
	const read = enrolled.safeParse(reply.body);
	if (!read.success) return fail({ kind: 'foreign' });
	await phone.identify({ token: read.data.token, secret: read.data.secret });
	return ok(null);
}

/** Said once, by the phone itself; a second merge of the same group would be held. */
async function mergeOwn(phone: Phone, group: Group): Promise<void> {
	const { own, merged, id: phoneId } = phone.identity;
	if (!own || merged) return;
	const to = groupScope(group.id);
	const body = { from: own, to };
	const saved = await phone.save({ kind: 'merge', scope: own, subject: to, by: phoneId, body });
	if (saved.ok) await phone.identify({ merged: true });
}
