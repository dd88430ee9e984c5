import * as z from 'zod/mini';
import { registry } from '#lib/domain/journal/registry.ts';
import { envelope } from '#lib/domain/journal/wire.ts';
import { answer } from '#lib/sync/answer.ts';
import { request } from '../../pocketbase/src/request.ts';

export interface JsonSchema {
	readonly type?: string;
	readonly properties?: Record<string, JsonSchema>;
	readonly required?: readonly string[];
	readonly [keyword: string]: unknown;
}

/** What a client writes for it; `{}` stands for what JSON Schema cannot say. */
function written(schema: z.ZodMiniType): JsonSchema {
	const { $schema: _said, ...rest } = z.toJSONSchema(schema, {
		io: 'input',
		unrepresentable: 'any'
	});
	return rest as JsonSchema;
}

export const bodySchema = (kind: string): JsonSchema => {
	const def = registry.kindOf(kind);
	return def ? written(def.body) : {};
};

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

/** An entry; its body follows from its kind. */
function entrySchema(without: readonly string[]): JsonSchema {
	const { properties = {}, required = [], ...frame } = written(envelope);
	const left = (name: string) => !without.includes(name);
	const bodies = registry.kinds.map(({ kind }) => ({
		if: { properties: { kind: { const: kind } } },
		then: { properties: { body: { anyOf: [ref(`body ${kind}`), { type: 'null' }] } } }
	}));
	return {
		...frame,
		properties: Object.fromEntries(Object.entries(properties).filter(([name]) => left(name))),
		required: required.filter(left),
		allOf: bodies
	};
}

function batchSchema(): JsonSchema {
	const { scope, by, phone } = written(envelope).properties ?? {};
	const entries = { type: 'array', items: ref('entry in a batch') };
	const properties = { scope, by, phone, entries } as Record<string, JsonSchema>;
	return { type: 'object', properties, required: Object.keys(properties) };
}

/** The protocol as JSON Schema, made from the schemas that the server and the app themselves read with. */
export function protocolSchema(): object {
	const asked = written(request);
	const push = { type: 'array', items: ref('batch') };
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: 'Yatiqaña: the sync protocol, version 1',
		description: 'Made by `npm run protocol`; docs/protocol.md explains it.',
		$defs: {
			request: { ...asked, properties: { ...asked.properties, push } },
			answer: written(answer),
			batch: batchSchema(),
			'entry in a batch': entrySchema(['scope', 'by', 'phone']),
			entry: entrySchema([]),
			...Object.fromEntries(registry.kinds.map(({ kind }) => [`body ${kind}`, bodySchema(kind)]))
		}
	};
}
