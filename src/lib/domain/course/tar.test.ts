import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf, tarOf } from './tar.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = [
	{ name: 'manifest.json', bytes: bytes('{}') },
	{ name: 'a1.webm', bytes: new Uint8Array(1300).fill(7) },
	{ name: 'empty.webm', bytes: new Uint8Array(0) }
];

describe('a bundle', () => {
	it('gives back what was put into it', () => {
		expect(filesOf(tarOf(files))).toEqual(files);
	});

	it('is opened by the tar of any computer', () => {
		const path = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'bundle.tar');
		writeFileSync(path, tarOf(files));
		expect(execFileSync('tar', ['-tf', path], { encoding: 'utf8' }).trim().split('\n')).toEqual([
			'manifest.json',
			'a1.webm',
			'empty.webm'
		]);
		expect(execFileSync('tar', ['-xOf', path, 'a1.webm']).equals(Buffer.alloc(1300, 7))).toBe(true);
	});

	it('is refused when it is cut off or something else', () => {
		expect(filesOf(tarOf(files).slice(0, 1500))).toBeUndefined();
		expect(filesOf(bytes('PK'.repeat(600)))).toBeUndefined();
		expect(filesOf(new Uint8Array(0))).toBeUndefined();
	});
});
