import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Publisher } from './publish.ts';

let home = '';
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'library-'))));
afterEach(() => rmSync(home, { recursive: true }));

it('names a file by its content and knows its size and hash', () => {
	const publisher = new Publisher(home, '/library');
	// printf 'hola' | sha256sum
	const sha256 = 'b221d9dbb083a7f33428d7c2a3c3198ae925614d70210e28716ccaa7cd4ddb79';
	const address = publisher.put('texts', 'one.json', 'hola');
	expect(address).toBe('/library/texts/one.b221d9db.json');
	expect(publisher.file(address)).toEqual({ address, bytes: 4, sha256 });
	expect(readFileSync(join(home, 'texts/one.b221d9db.json'), 'utf8')).toBe('hola');
});

it('sweeps away what no build names any more', () => {
	new Publisher(home, '/library').put('texts', 'one.json', 'old');
	const next = new Publisher(home, '/library');
	next.put('texts', 'one.json', 'new');
	next.sweep();
	expect(readdirSync(join(home, 'texts'))).toHaveLength(1);
});

it('knows nothing of a file that it did not publish', () => {
	expect(() => new Publisher(home, '/library').file('/library/texts/two.json')).toThrow();
});
