// Digits drawn as strokes: a picture has no font. Only for a tape, a thermometer, a notebook.
import { chain, move, scale } from './geometry.ts';
import type { Point } from './geometry.ts';
import type { Shape } from './shape.ts';

const DIGITS = [
	'M5,0C1,0 0,4 0,8 0,12 1,16 5,16 9,16 10,12 10,8 10,4 9,0 5,0z',
	'M2,4L6,0V16',
	'M0,4C0,-1 10,-1 10,4 10,8 3,11 0,16H10',
	'M1,2C4,-1 9,0 9,4 9,7 6,8 4,8 7,8 10,9 10,12 10,16 4,18 0,14',
	'M7,16V0L0,11H10',
	'M9,0H2L1,7C5,5 10,6 10,11 10,16 4,17 0,14',
	'M8,1C3,1 0,6 0,11 0,14 2,16 5,16 8,16 10,14 10,11 10,6 2,6 0,11',
	'M0,0H10L4,16',
	'M5,7.6C0,7 0,0 5,0 10,0 10,7 5,7.6 -1,8 -1,16 5,16 11,16 11,8 5,7.6z',
	'M2,15C7,15 10,10 10,5 10,2 8,0 5,0 2,0 0,2 0,5 0,10 8,10 10,5'
];

/** @param at the middle of the number */
export function digits(
	number: string,
	at: Point,
	{ height, stroke, sw }: { height: number; stroke: string; sw: number }
): Shape[] {
	const k = height / 16;
	const width = number.length * 10 + (number.length - 1) * 5;
	return [...number].map((digit, i) => ({
		d: DIGITS[Number(digit)] ?? '',
		m: chain(move(at[0] + k * (i * 15 - width / 2), at[1] - height / 2), scale(k)),
		fill: 'none',
		stroke,
		sw,
		fixed: true
	}));
}
