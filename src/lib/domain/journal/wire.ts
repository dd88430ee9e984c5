import * as z from 'zod/mini';
import { fail, ok, type Result } from '../shared/result.ts';
import type { Entry } from './entry.ts';
import { isControl } from './control.ts';
import { raise, registry } from './registry.ts';
import { id, integer, owner, scope } from './shapes.ts';

/** Longer than any fact: an entry of more characters than this is none. */
const MAX_LENGTH = 32_768;

/** The frame of an entry, whatever its kind. */
export const envelope = z.looseObject({
	id: id(),
	kind: z.string().check(z.maxLength(40)),
	v: integer(1, 99),
	scope: scope(),
	subject: owner(),
	at: integer(0, 2 ** 52),
	n: integer(1, 2 ** 40),
	by: id(),
	phone: id(),
	body: z.unknown()
});

/** `refused`: not an entry, for ever. `later`: not known here, but it may be one tomorrow. */
export type Unread =
	| { readonly kind: 'refused'; readonly code: 'shape' | 'body' | 'size' }
	| { readonly kind: 'later'; readonly code: 'kind' };

/** The door of the wire. The body is kept as it came, unknown fields and all. */
export function readEntry(raw: unknown): Result<Entry, Unread> {
	const read = envelope.safeParse(raw);
	if (!read.success) return fail({ kind: 'refused', code: 'shape' });
	const { kind, v, body } = read.data;
	if (JSON.stringify(body ?? null).length > MAX_LENGTH) {
		return fail({ kind: 'refused', code: 'size' });
	}
	const def = registry.kindOf(kind);
	if (!def || v > def.v) return fail({ kind: 'later', code: 'kind' });
	// a phone that was told to forget it before it was sent has nothing else left of it
	if (body === null && !isControl(read.data)) return ok(entryOf(read.data));
	const entry = entryOf(read.data);
	// an older body is judged by what it means today
	if (!def.body.safeParse(raise(def, entry)).success) {
		return fail({ kind: 'refused', code: 'body' });
	}
	return ok(entry);
}

/** The envelope's fields and no others: what else came along is no part of the entry. */
const entryOf = (e: z.infer<typeof envelope>): Entry => ({
	id: e.id,
	kind: e.kind,
	v: e.v,
	scope: e.scope,
	subject: e.subject,
	at: e.at,
	n: e.n,
	by: e.by,
	phone: e.phone,
	body: e.body ?? null
});

/** An entry as it is delivered: it may be blank, or of a kind that only a newer app knows. */
export function readDelivered(raw: unknown): Result<Entry, 'shape'> {
	const read = envelope.safeParse(raw);
	return read.success ? ok(entryOf(read.data)) : fail('shape');
}
