import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { emblems } from '../emblem/names.ts';
import { iconNames } from './names.ts';

const idsOf = (file: string) =>
	[...readFileSync(`src/lib/ui/${file}`, 'utf8').matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);

it.each(['icons/icons.svg', 'emblem/emblems.svg', 'face/face.svg'])('%s can be read', (file) => {
	const comments = readFileSync(`src/lib/ui/${file}`, 'utf8').matchAll(/<!--([\s\S]*?)-->/g);
	// two hyphens in a comment, and no browser draws anything of the file
	expect([...comments].filter(([, text]) => text?.includes('--'))).toEqual([]);
});

it.each([
	['icons/icons.svg', iconNames],
	['emblem/emblems.svg', emblems]
])('every name is drawn in %s, and nothing else', (file, names) => {
	expect(idsOf(file).sort()).toEqual([...names].sort());
});
