import * as z from 'zod/mini';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { day, id, integer, scope } from '#lib/domain/journal/shapes.ts';
import { readDelivered } from '#lib/domain/journal/wire.ts';
import type { Id } from '#lib/domain/shared/ids.ts';
import { fail, ok, type Result } from '#lib/domain/shared/result.ts';
import type { SyncAnswer } from './protocol.ts';

const said = z.looseObject({
	id: z.string(),
	s: z.enum(['ok', 'dup', 'held', 'refused', 'later']),
	q: z.optional(integer(0, 2 ** 52)),
	c: z.optional(z.string())
});
const page = z.looseObject({
	reset: z.boolean(),
	cursor: z.tuple([integer(0, 2 ** 52), z.string()]),
	rows: z.array(z.array(z.unknown()))
});
/** The frame of an answer; its deliveries are read one by one. */
export const answer = z.looseObject({
	v: z.literal(1),
	now: z.number(),
	answers: z.array(said),
	reads: z.looseObject({ phone: z.array(scope()), account: z.array(scope()) }),
	scopes: z.record(scope(), page),
	more: z.boolean(),
	resend: z.boolean(),
	decided: z.optional(
		z.array(
			z.looseObject({ id: id(), verdict: z.enum(['released', 'returned', 'lost']), q: z.number() })
		)
	),
	office: z.optional(
		z.looseObject({
			tag: z.string(),
			groups: z.array(z.looseObject({ id: id(), name: z.string(), community: id() })),
			communities: z.array(z.looseObject({ id: id(), name: z.string() })),
			topics: z.optional(
				z.looseObject({
					on: day(),
					rows: z.array(
						z.looseObject({ community: id(), lesson: z.string(), children: z.number() })
					)
				})
			)
		})
	),
	account: z.enum(['none', 'ok', 'expired', 'disabled']),
	tokens: z.optional(
		z.looseObject({ phone: z.optional(z.string()), account: z.optional(z.string()) })
	)
});

/** The door for what a server says; anything else is somebody else's answer and moves nothing. */
export function readAnswer(body: unknown): Result<SyncAnswer, 'foreign'> {
	const read = answer.safeParse(body);
	return read.success ? ok(read.data as unknown as SyncAnswer) : fail('foreign');
}

const goneRow = z.tuple([z.number(), z.literal(1), id()]);
const FIELDS = ['id', 'kind', 'v', 'scope', 'subject', 'at', 'n', 'by', 'phone', 'body'] as const;

/** The deliveries of a page; `foreign` if one of them is none, for then the page is not ours. */
export function readRows(
	rows: readonly (readonly unknown[])[]
): Result<{ entries: Entry[]; gone: Id[] }, 'foreign'> {
	const entries: Entry[] = [];
	const gone: Id[] = [];
	for (const row of rows) {
		const leaves = goneRow.safeParse(row);
		if (leaves.success) {
			gone.push(leaves.data[2]);
			continue;
		}
		const [, , ...fields] = row;
		const read = readDelivered(Object.fromEntries(FIELDS.map((name, i) => [name, fields[i]])));
		if (row[1] !== 0 || !read.ok) return fail('foreign');
		entries.push(read.value);
	}
	return ok({ entries, gone });
}
