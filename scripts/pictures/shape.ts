// A drawing is a list of shapes; markup is made of them at the very end, on a grid of half pixels.
import { factor, IDENTITY, mul, scale } from './geometry.ts';
import type { Matrix } from './geometry.ts';
import { writePath } from './path-writer.ts';
import { parsePath, transformPath } from './path.ts';

export const INK = '#16211F';
/** whole numbers of the markup per pixel of the picture */
export const GRID = 2;

export interface Shape {
	d: string;
	/** a colour or none */
	fill: string;
	stroke: string;
	/** width of the stroke in pixels */
	sw: number;
	m?: Matrix;
	/** the stroke keeps its width when the shape is scaled */
	fixed?: true;
	/** a name by which a scene may hide it */
	layer?: string;
}

export const shape = (d: string, fill = 'none', sw = 3): Shape => ({ d, fill, stroke: INK, sw });
export const flat = (d: string, fill: string): Shape => ({ d, fill, stroke: 'none', sw: 0 });
export const line = (d: string, sw = 2, stroke = INK): Shape => ({ d, fill: 'none', stroke, sw });

export const place = (shapes: Shape[], m: Matrix): Shape[] =>
	shapes.map((one) => ({ ...one, m: one.m ? mul(m, one.m) : m }));

export const ellipse = (cx: number, cy: number, rx: number, ry = rx): string =>
	`M${cx - rx},${cy}a${rx} ${ry} 0 0 0 ${2 * rx} 0a${rx} ${ry} 0 0 0 ${-2 * rx} 0z`;

export function rectangle(
	x: number,
	y: number,
	{ w, h, r }: { w: number; h: number; r: number }
): string {
	if (!r) return `M${x},${y}h${w}v${h}h${-w}z`;
	const [right, down] = [`h${w - 2 * r}q${r} 0 ${r} ${r}`, `v${h - 2 * r}q0 ${r} ${-r} ${r}`];
	return `M${x + r},${y}${right}${down}h${2 * r - w}q${-r} 0 ${-r} ${-r}v${2 * r - h}q0 ${-r} ${r} ${-r}z`;
}

/** #AABBCC → #ABC */
const short = (colour: string): string => {
	const pairs = /^#(.)\1(.)\2(.)\3$/i.exec(colour);
	return pairs ? `#${pairs[1]}${pairs[2]}${pairs[3]}` : colour;
};

/** Small parts keep at least 62 % of their line, so that a sheep is not thinner than the shepherd. */
function strokeWidth({ stroke, sw, fixed, m }: Shape): number {
	if (stroke === 'none') return 0;
	const k = fixed ? 1 : Math.min(1.25, Math.max(0.62, Math.sqrt(m ? factor(m) : 1)));
	return Math.round(GRID * sw * k);
}

function attributes(one: Shape): string {
	const sw = strokeWidth(one);
	const fill = one.fill && one.fill !== 'none' ? ` fill="${short(one.fill)}"` : '';
	const stroke = one.stroke === INK ? '' : ` stroke="${short(one.stroke)}"`;
	const width = one.stroke !== 'none' && sw !== 3 * GRID ? ` stroke-width="${sw}"` : '';
	return fill + stroke + width;
}

/** Markup of the shapes; neighbouring strokes of one kind become one path. */
export function render(shapes: Shape[]): string {
	const paths: { attributes: string; d: string }[] = [];
	for (const one of shapes) {
		const m = mul(scale(GRID), one.m ?? IDENTITY);
		const d = writePath(transformPath(parsePath(one.d), m));
		const own = attributes(one);
		const last = paths.at(-1);
		if (last?.attributes === own && !own.includes(' fill="')) last.d += d;
		else paths.push({ attributes: own, d });
	}
	return paths.map((path) => `<path${path.attributes} d="${path.d}"/>`).join('');
}
