import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleServer } from '../../scripts/bundle-server.mjs';
import { expected } from '../support/golden.ts';
import { startServer, type Server } from '../support/server.ts';

let hooks = '';
let server: Server;

beforeAll(async () => {
	hooks = mkdtempSync(join(tmpdir(), 'growth-hooks-'));
	await bundleServer({ entry: 'tests/support/golden.ts', outfile: join(hooks, 'golden.cjs') });
	writeFileSync(
		join(hooks, 'growth.pb.js'),
		`routerAdd('POST', '/golden', (e) =>
			e.string(200, require(\`\${__hooks}/golden.cjs\`).answer(e.requestInfo().body.csv))
		);`
	);
	server = await startServer({ hooks, pool: 1 });
});
afterAll(async () => {
	await server.close();
	rmSync(hooks, { recursive: true });
});

it('inside PocketBase the engine answers every golden row as on a phone', async () => {
	const csv = readFileSync('tests/fixtures/who/golden.csv', 'utf8');
	const { status, body } = await server.call('POST', '/golden', { body: { csv } });
	expect(status).toBe(200);
	expect(body).toBe(expected(csv));
});
