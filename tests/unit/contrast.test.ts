import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/lib/ui/styles/tokens.css', 'utf8');

type Tokens = Record<string, string>;
const colours = (block: string): Tokens =>
	Object.fromEntries(
		[...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!])
	);
const blockOf = (selector: string) => {
	const from = css.indexOf(`\n${selector} {`);
	return colours(css.slice(from, css.indexOf('\n}', from)));
};

const normal = blockOf(':root');
const sun = { ...normal, ...blockOf("[data-mode='sun']") };

const luminance = (hex: string) =>
	[1, 3, 5]
		.map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
		.reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place]!, 0);
const ratio = (one: string, other: string) => {
	const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light! + 0.05) / (dark! + 0.05);
};

const grounds = ['paper', 'sand', 'sand-2', 'lake-tint', 'mark'];
const results = ['ok-bg', 'watch-bg', 'refer-bg', 'again-bg'];
const fills = ['sky', 'maize', 'rose', 'ichu', 'clay', 'lilac'];
const white = '#ffffff';

/** Foreground, ground and the least ratio: 7 for text, 4.5 for large marks, 3 for the edge of a control. */
const pairs = (t: Tokens): [name: string, front: string, ground: string, least: number][] => [
	...[...grounds, ...results, ...fills].map(
		(on) => [`ink on ${on}`, t['ink']!, t[on]!, 7] as [string, string, string, number]
	),
	...[...grounds, ...results].map(
		(on) => [`ink-2 on ${on}`, t['ink-2']!, t[on]!, 7] as [string, string, string, number]
	),
	...['lake', 'lake-press', 'danger', 'refer'].map(
		(on) => [`white on ${on}`, white, t[on]!, 7] as [string, string, string, number]
	),
	['lake on sand', t['lake']!, t['sand']!, 7],
	['refer on its ground', t['refer']!, t['refer-bg']!, 7],
	['ink on watch', t['ink']!, t['watch']!, 7],
	['watch-ink on its ground', t['watch-ink']!, t['watch-bg']!, 4.5],
	['ok on its ground', t['ok']!, t['ok-bg']!, 4.5],
	['again on its ground', t['again']!, t['again-bg']!, 4.5],
	['line on paper', t['line']!, t['paper']!, 3],
	['line on sand', t['line']!, t['sand']!, 3],
	['focus ring inside ink', t['focus']!, t['ink']!, 3]
];

describe.each([
	['by day', normal],
	['in the sun', sun]
])('contrast %s', (_, tokens) => {
	it.each(pairs(tokens))('%s', (_name, front, ground, least) => {
		expect(ratio(front, ground)).toBeGreaterThanOrEqual(least);
	});
});

describe('the dye of a course', () => {
	it.each(['1', '2', '3', '4', '5', '6', '7', '8'])('%s carries white text and its thread', (n) => {
		const dye = blockOf(`[data-course='${n}']`);
		expect(ratio(white, dye['c']!)).toBeGreaterThanOrEqual(4.5);
		expect(ratio(dye['c-thread']!, dye['c']!)).toBeGreaterThanOrEqual(3);
	});
});
