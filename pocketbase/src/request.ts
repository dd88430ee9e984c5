import * as z from 'zod/mini';
import { id, integer, scope } from '#lib/domain/journal/shapes.ts';
import { Refusal } from './refusal.ts';
import { MAX_PUSH, type SyncRequest } from '#lib/sync/protocol.ts';

const anything = z.looseObject({});
const cursor = z.tuple([integer(0, 2 ** 52), z.string().check(z.maxLength(15))]);

/** Only the frame: every entry is judged by itself, so that a wrong one harms no other. */
export const request = z.looseObject({
	v: z.literal(1),
	push: z.array(
		z.looseObject({
			scope: z.string(),
			by: z.string(),
			phone: z.string(),
			entries: z.array(anything)
		})
	),
	cursors: z.record(scope(), cursor),
	proof: z.string().check(z.maxLength(15)),
	proofQ: z.optional(integer(0, 2 ** 52)),
	limit: z.optional(integer(1, 1000)),
	listed: z.optional(z.array(id()).check(z.maxLength(MAX_PUSH))),
	office: z.optional(z.string().check(z.maxLength(40))),
	account: z.optional(z.string().check(z.maxLength(4000))),
	header: z.optional(anything)
});

/** The request of a sync; throws a refusal with a stable code. */
export function readRequest(text: string): SyncRequest {
	const read = request.safeParse(parsed(text));
	if (!read.success) throw new Refusal(400, 'request');
	const count = read.data.push.reduce((sum, { entries }) => sum + entries.length, 0);
	if (count > MAX_PUSH) throw new Refusal(400, 'too-many');
	return read.data as unknown as SyncRequest;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Refusal(400, 'json');
	}
}
