import * as z from 'zod/mini';
import type { OfficePhone } from '#lib/domain/programme/phones.ts';

const fault = z.looseObject({ at: z.number(), code: z.string(), route: z.string() });
/** What a phone says of itself; each piece may be missing or of another version. */
const header = z.looseObject({
	app: z.optional(z.string()),
	left: z.optional(z.number()),
	faults: z.optional(z.array(fault))
});

/** A phone's record as it is shown. */
export function phoneOf(record: Readonly<Record<string, unknown>>): OfficePhone {
	const said = header.safeParse(record['header']);
	const { app = '', left, faults = [] } = said.success ? said.data : {};
	const last = Date.parse(String(record['last']).replace(' ', 'T'));
	return {
		id: String(record['id']),
		label: String(record['label']),
		active: record['active'] === true,
		last: Number.isFinite(last) ? last : undefined,
		version: app,
		left,
		faults
	};
}
