import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faceCode, faceCounts, parseFace } from './code.ts';

describe('a face as text', () => {
	it('is written by places and read back', () => {
		const parts = { head: 3, clothes: 2, colour: 5, skin: 1 };
		expect(faceCode(parts)).toBe('h3-c2-k5-s1');
		expect(parseFace('h3-c2-k5-s1')).toEqual(parts);
	});

	it('can always be drawn, also what a later release wrote or nobody did', () => {
		expect(parseFace('h99-c0-k9-s7')).toEqual({ head: 14, clothes: 1, colour: 8, skin: 3 });
		expect(parseFace('')).toEqual({ head: 1, clothes: 1, colour: 1, skin: 1 });
	});

	it('has the choices of the drawing kit, and each is drawn', () => {
		expect(faceCounts).toEqual({ head: 14, clothes: 6, colour: 8, skin: 3 });
		const drawn = readFileSync('src/lib/ui/face/face.svg', 'utf8').matchAll(/<g id="([^"]+)"/g);
		const clothes = Array.from({ length: 6 }, (_, i) => [`c${i + 1}`, `c${i + 1}-small`]);
		const heads = Array.from({ length: 14 }, (_, i) => `h${i + 1}`);
		expect([...drawn].map(([, id]) => id)).toEqual([...clothes.flat(), ...heads]);
	});
});
