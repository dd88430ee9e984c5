import type { Chart, Plugin } from 'chart.js';
import type { Inks } from '#lib/ui/figures/inks.ts';
import type { Mark, Series } from './series.ts';

/** What a chart shows. */
export interface Shown {
	readonly series: Series;
	/** Words on the axes. */
	readonly words: { readonly months: string; readonly unit: string };
	/** For the family: no numbers of z. */
	readonly plain: boolean;
	readonly value: (mark: Mark) => string;
}
export interface Drawn extends Shown {
	readonly inks: Inks;
}

const Z_NAMES: Readonly<Record<number, string>> = {
	3: '+3',
	2: '+2',
	0: '0',
	'-2': '−2',
	'-3': '−3'
};

/** A point stands in the middle of its ages. */
export const middle = ({ from, to }: Mark): number => (from + to) / 2;

const SHAPES = {
	ok: 'M48 5a43 43 0 1 0 .1 0ZM27 49l14 15 28-31',
	watch: 'M48 7 92 85Q93 88 89 88H7Q3 88 4 85ZM48 34v26M48 75v.1',
	refer: 'M30 4h36l26 26v36L66 92H30L4 66V30ZM20 48h40M46 30l20 18-20 18M77 30v36',
	again: 'M48 3 93 48 48 93 3 48ZM66 40a20 20 0 1 0 2 16M68 28v14H54'
} as const;
const SHAPE_PX = 26;

/** The shape of the result at the newest point; outline, then the sign in it. */
function drawFace(ctx: CanvasRenderingContext2D, face: Mark['face'], inks: Inks): void {
	const fill = { ok: inks.ok, watch: inks.watch, refer: inks.refer, again: inks.paper }[face];
	const sign = face === 'watch' || face === 'again' ? inks.ink : '#fff';
	const [outline = '', ...signs] = SHAPES[face].split(/(?<=Z)/);
	const scale = SHAPE_PX / 96;
	ctx.translate(-SHAPE_PX / 2, -SHAPE_PX / 2);
	ctx.scale(scale, scale);
	ctx.lineCap = 'round';
	ctx.lineJoin = 'round';
	ctx.fillStyle = fill;
	ctx.strokeStyle = inks.ink;
	ctx.lineWidth = 6;
	const shape = new Path2D(outline);
	ctx.fill(shape);
	ctx.stroke(shape);
	ctx.strokeStyle = sign;
	ctx.lineWidth = 11;
	ctx.stroke(new Path2D(signs.join('')));
}

/** What Chart.js has no element for: bars of age, hollow points, the result, names of lines. */
export class Extras implements Plugin<'line'> {
	readonly id = 'house';
	constructor(private drawn: Drawn) {}

	show(drawn: Drawn): void {
		this.drawn = drawn;
	}

	afterDatasetsDraw(chart: Chart<'line'>): void {
		const { ctx } = chart;
		const { marks, lines } = this.drawn.series;
		ctx.save();
		for (const mark of marks) this.mark(chart, mark);
		const newest = marks.at(-1);
		if (newest) this.newest(chart, newest);
		if (!this.drawn.plain) for (const line of lines) this.name(chart, line);
		this.unit(chart);
		ctx.restore();
	}

	private at(chart: Chart<'line'>, x: number, y: number): [number, number] {
		const { x: across, y: up } = chart.scales;
		return [across?.getPixelForValue(x) ?? 0, up?.getPixelForValue(y) ?? 0];
	}

	private mark(chart: Chart<'line'>, mark: Mark): void {
		const { ctx, chartArea } = chart;
		const { ink, paper } = this.drawn.inks;
		const [left, y] = this.at(chart, mark.from, mark.y);
		const [right] = this.at(chart, mark.to, mark.y);
		ctx.strokeStyle = ink;
		ctx.lineWidth = 3;
		if (right - left > 1) {
			ctx.beginPath();
			for (const x of [left, right]) {
				ctx.moveTo(x, y - 6);
				ctx.lineTo(x, y + 6);
			}
			ctx.moveTo(left, y);
			ctx.lineTo(right, y);
			ctx.stroke();
		}
		if (mark.flagged) {
			ctx.beginPath();
			ctx.arc((left + right) / 2, y, 5, 0, 2 * Math.PI);
			ctx.fillStyle = paper;
			ctx.fill();
			ctx.lineWidth = 2;
			ctx.stroke();
		}
		if (mark.lesson) {
			ctx.fillStyle = ink;
			ctx.fillRect((left + right) / 2 - 5, chartArea.bottom - 10, 10, 8);
		}
	}

	private newest(chart: Chart<'line'>, mark: Mark): void {
		const { ctx, chartArea } = chart;
		const { inks, value } = this.drawn;
		const [x, y] = this.at(chart, middle(mark), mark.y);
		if (!mark.flagged) {
			ctx.save();
			ctx.translate(x, y);
			drawFace(ctx, mark.face, inks);
			ctx.restore();
		}
		const below = y + 24 + inks.letter < chartArea.bottom;
		ctx.font = `700 ${inks.letter}px ${inks.font}`;
		ctx.textAlign = x > chartArea.right - 24 ? 'right' : 'center';
		ctx.textBaseline = below ? 'top' : 'bottom';
		ctx.lineWidth = 5;
		ctx.lineJoin = 'round';
		ctx.strokeStyle = inks.paper;
		ctx.fillStyle = inks.ink;
		const at = below ? y + 15 : y - 15;
		ctx.strokeText(value(mark), x, at);
		ctx.fillText(value(mark), x, at);
	}

	private unit({ ctx, chartArea }: Chart<'line'>): void {
		const { quiet, font, letter } = this.drawn.inks;
		ctx.font = `${letter}px ${font}`;
		ctx.fillStyle = quiet;
		ctx.textAlign = 'left';
		ctx.textBaseline = 'top';
		ctx.fillText(this.drawn.words.unit, chartArea.left + 6, chartArea.top + 2);
	}

	private name(chart: Chart<'line'>, { z, points }: Series['lines'][number]): void {
		const last = points.at(-1);
		if (!last) return;
		const { ctx, chartArea } = chart;
		const { ink, font, letter } = this.drawn.inks;
		const [, y] = this.at(chart, last.x, last.y);
		ctx.font = `700 ${letter * 0.875}px ${font}`;
		ctx.fillStyle = ink;
		ctx.textAlign = 'left';
		ctx.textBaseline = 'middle';
		ctx.fillText(Z_NAMES[z] ?? '', chartArea.right + 6, y);
	}
}
