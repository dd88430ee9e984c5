// The documents that somebody else would write a client from say what the programs do.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registry } from '#lib/domain/journal/registry.ts';
import { readAnswer, readRows } from '#lib/sync/answer.ts';
import { readRequest } from '../../pocketbase/src/request.ts';
import { examples } from '../../scripts/protocol/examples.ts';
import { PAGES, remade, SCHEMA, schemaText } from '../../scripts/protocol/pages.ts';

const read = (name: string) => readFileSync(name, 'utf8');

describe('npm run protocol has been run', () => {
	it.each(PAGES)('for %s', (page) => {
		expect(remade(read(page))).toBe(read(page));
	});
	it('for the schema', () => {
		expect(read(SCHEMA)).toBe(schemaText());
	});
});

it('the schema speaks of every kind, and of days and ids by their form', () => {
	const { $defs } = JSON.parse(read(SCHEMA)) as { $defs: Record<string, { properties: object }> };
	for (const { kind } of registry.kinds) expect($defs).toHaveProperty([`body ${kind}`]);
	expect($defs['body member.join']?.properties).toMatchObject({ day: { type: 'string' } });
	const { id } = $defs.entry?.properties as { id: { pattern: string } };
	expect(new RegExp(id.pattern).test('entry0000000001')).toBe(true);
	expect(new RegExp(id.pattern).test('Entry0000000001')).toBe(false);
});

describe.each(examples())('the example "$name"', ({ request, answer }) => {
	it('is a request that the server reads and an answer that the app reads', () => {
		expect(readRequest(JSON.stringify(request))).toEqual(request);
		const said = readAnswer(answer);
		expect(said.ok).toBe(true);
		for (const page of said.ok ? Object.values(said.value.scopes) : []) {
			expect(readRows(page.rows).ok).toBe(true);
		}
	});
});
