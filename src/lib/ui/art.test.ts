import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { art, artNames } from './art.ts';

describe('the drawings of the interface', () => {
	it('are exactly the files that are shipped', () => {
		const files = readdirSync('static/art', { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.svg'))
			.map((file) => file.replace('.svg', '').replaceAll('\\', '/'));
		expect([...artNames].sort()).toEqual(files.sort());
	});

	it.each(artNames)('%s has a size of its own and asks for nothing from elsewhere', (name) => {
		const drawing = readFileSync(`static${art(name)}`, 'utf8');
		expect(drawing).toMatch(
			/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="[\d.]+" height="/
		);
		expect(drawing).not.toMatch(/href|style=|var\(|<script/);
	});
});
