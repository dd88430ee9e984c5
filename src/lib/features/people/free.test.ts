import { expect, it } from 'vitest';
import { freeEmblem, freeFace } from './free.ts';

it('sixty women who choose nothing have sixty faces, and signs that are spread evenly', () => {
	const group: { face: string; emblem: string }[] = [];
	for (let i = 0; i < 60; i++) group.push({ face: freeFace(group), emblem: freeEmblem(group) });
	expect(new Set(group.map(({ face }) => face)).size).toBe(60);
	const signs = new Map<string, number>();
	for (const { emblem } of group) signs.set(emblem, (signs.get(emblem) ?? 0) + 1);
	expect([...signs.values()]).toEqual(Array.from({ length: 12 }, () => 5));
});
