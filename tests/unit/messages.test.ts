import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REVIEW_STATES } from '#lib/domain/course/lesson.ts';

const rooms = readdirSync('messages', { withFileTypes: true }).filter((d) => d.isDirectory());
const read = (room: string, locale: string): Record<string, unknown> =>
	JSON.parse(readFileSync(`messages/${room}/${locale}.json`, 'utf8'));
const placeholders = (text: unknown) =>
	[...JSON.stringify(text).matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe.each(rooms.map((d) => d.name))('messages/%s', (room) => {
	const es = read(room, 'es');
	const ay = read(room, 'ay');

	it('has the same keys in both languages', () => {
		expect(Object.keys(ay).sort()).toEqual(Object.keys(es).sort());
	});

	it('fills the same places in both languages', () => {
		for (const key of Object.keys(es))
			expect(placeholders(ay[key]), key).toEqual(placeholders(es[key]));
	});

	it('has no empty text, and one apostrophe in Aymara: U+2019', () => {
		for (const [key, text] of [...Object.entries(es), ...Object.entries(ay)])
			expect(JSON.stringify(text), key).not.toBe('""');
		for (const [key, text] of Object.entries(ay))
			expect(JSON.stringify(text), key).not.toMatch(/['ʼ`´]/);
	});
});

it('a key belongs to one room', () => {
	const all = rooms.flatMap((d) => Object.keys(read(d.name, 'es')));
	expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
});

describe('messages/review.json', () => {
	const review: Record<string, Record<string, string>> = JSON.parse(
		readFileSync('messages/review.json', 'utf8')
	);

	it('tells of each room and of nothing else', () => {
		expect(Object.keys(review).sort()).toEqual(rooms.map((d) => d.name).sort());
	});

	it.each(Object.entries(review))('%s: a state of each language', (_, states) => {
		expect(Object.keys(states).sort()).toEqual(['ay', 'es']);
		for (const state of Object.values(states)) expect(REVIEW_STATES).toContain(state);
	});
});
