// Points and 2 × 3 matrices. A matrix [a, b, c, d, e, f] maps x' = a x + c y + e, y' = b x + d y + f.

export type Point = readonly [x: number, y: number];
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
export const move = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];
export const scale = (s: number, t = s): Matrix => [s, 0, 0, t, 0, 0];

export function turn(degrees: number): Matrix {
	const angle = (degrees * Math.PI) / 180;
	const [c, s] = [Math.cos(angle), Math.sin(angle)];
	return [c, s, -s, c, 0, 0];
}

/** First n, then m. */
export const mul = (m: Matrix, n: Matrix): Matrix => [
	m[0] * n[0] + m[2] * n[1],
	m[1] * n[0] + m[3] * n[1],
	m[0] * n[2] + m[2] * n[3],
	m[1] * n[2] + m[3] * n[3],
	m[0] * n[4] + m[2] * n[5] + m[4],
	m[1] * n[4] + m[3] * n[5] + m[5]
];

export const chain = (...matrices: Matrix[]): Matrix => matrices.reduce(mul, IDENTITY);

export const apply = (m: Matrix, [x, y]: Point): Point => [
	m[0] * x + m[2] * y + m[4],
	m[1] * x + m[3] * y + m[5]
];

export const determinant = (m: Matrix): number => m[0] * m[3] - m[1] * m[2];

export function invert(m: Matrix): Matrix {
	const d = determinant(m);
	return [
		m[3] / d,
		-m[1] / d,
		-m[2] / d,
		m[0] / d,
		(m[2] * m[5] - m[3] * m[4]) / d,
		(m[1] * m[4] - m[0] * m[5]) / d
	];
}

/** How much longer a line gets. */
export const factor = (m: Matrix): number => Math.sqrt(Math.abs(determinant(m)));

export const sub = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const add = (a: Point, b: Point, k = 1): Point => [a[0] + b[0] * k, a[1] + b[1] * k];
export const length = (a: Point): number => Math.hypot(a[0], a[1]);

export function unit(a: Point): Point {
	const l = Math.hypot(a[0], a[1]) || 1;
	return [a[0] / l, a[1] / l];
}

/** Two decimals are enough between two steps of a drawing. */
export const near = (value: number): number => Math.round(value * 100) / 100;
export const show = (a: Point): string => `${near(a[0])},${near(a[1])}`;
