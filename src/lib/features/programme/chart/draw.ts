import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	type ChartDataset,
	type ChartOptions,
	type Plugin
} from 'chart.js';
import { number } from '#lib/domain/shared/format.ts';
import { inksOf, type Inks } from '#lib/ui/figures/inks.ts';

/** How a set looks: by fill and hatch, never by colour alone. */
export type Ink = 'done' | 'part' | 'none' | 'ok' | 'watch' | 'refer' | 'again' | 'goal';
export interface PlotSet {
	readonly name: string;
	readonly ink: Ink;
	/** null: nothing is known of this month, or it is not told. */
	readonly values: readonly (number | null)[];
	/** 95 % interval of each value. */
	readonly spread?: readonly (readonly [low: number, high: number] | null)[];
}
export interface Plot {
	/** `beside`: the second bar stands behind the first, as its whole. */
	readonly shape: 'bars' | 'stack' | 'beside' | 'line';
	/** Under each month its own words, line by line. */
	readonly labels: readonly (readonly string[])[];
	readonly sets: readonly PlotSet[];
	/** What the numbers are: «%», «L», «personas». */
	readonly unit: string;
}

Chart.register(
	BarController,
	BarElement,
	LineController,
	LineElement,
	PointElement,
	CategoryScale,
	LinearScale
);

type Mixed = 'bar' | 'line';
type Values = (number | null)[];
type Set = ChartDataset<Mixed, Values>;
interface Drawn {
	readonly plot: Plot;
	readonly inks: Inks;
}
const HATCH = 7;
const LETTER_REM = 0.8125;

/** A fill of lines, so that two parts of a bar differ on paper and in full sun. */
function hatch(paper: string, ink: string): CanvasPattern | string {
	const tile = document.createElement('canvas');
	tile.width = tile.height = HATCH;
	const ctx = tile.getContext('2d');
	if (!ctx) return paper;
	ctx.fillStyle = paper;
	ctx.fillRect(0, 0, HATCH, HATCH);
	ctx.strokeStyle = ink;
	ctx.lineWidth = 2;
	ctx.beginPath();
	for (const x of [-HATCH, 0, HATCH]) {
		ctx.moveTo(x, HATCH);
		ctx.lineTo(x + HATCH, 0);
	}
	ctx.stroke();
	return ctx.createPattern(tile, 'repeat') ?? paper;
}

function fillOf(ink: Ink, inks: Inks): CanvasPattern | string {
	switch (ink) {
		case 'done':
			return inks.main;
		case 'part':
			return inks.tint;
		case 'ok':
			return inks.ok;
		case 'watch':
			return inks.watch;
		case 'refer':
			return hatch(inks.paper, inks.refer);
		case 'again':
			return inks.again;
		default:
			return inks.paper;
	}
}

function barSet(set: PlotSet, { plot, inks }: Drawn, order: number): Set {
	const beside = plot.shape === 'beside';
	return {
		type: 'bar',
		label: set.name,
		data: [...set.values],
		backgroundColor: fillOf(set.ink, inks),
		borderColor: inks.ink,
		borderWidth: 1.5,
		borderSkipped: false,
		categoryPercentage: 0.8,
		barPercentage: 1,
		grouped: !beside,
		order
	};
}

function lineSet(set: PlotSet, { inks }: Drawn): Set {
	const goal = set.ink === 'goal';
	return {
		type: 'line',
		label: set.name,
		data: [...set.values],
		borderColor: goal ? inks.ink : inks.main,
		borderDash: goal ? [7, 5] : [],
		borderWidth: goal ? 2 : 3,
		pointRadius: goal ? 0 : set.values.length > 12 ? 3 : 5,
		pointBackgroundColor: inks.paper,
		pointBorderWidth: 2.5,
		spanGaps: false,
		order: -1
	};
}

const setsOf = (drawn: Drawn): Set[] =>
	drawn.plot.sets.map((set, i) =>
		drawn.plot.shape === 'line' || set.ink === 'goal' ? lineSet(set, drawn) : barSet(set, drawn, i)
	);

const highest = ({ spread = [] }: PlotSet): number[] => spread.flatMap((ends) => ends?.[1] ?? []);
const written = (value: number): string => number(value, Number.isInteger(value) ? 0 : 1);

function optionsOf({ plot, inks }: Drawn): ChartOptions<Mixed> {
	const font = { family: inks.font, size: inks.letter };
	const ticks = { color: inks.ink, font };
	const stacked = plot.shape === 'stack';
	return {
		animation: false,
		responsive: true,
		maintainAspectRatio: false,
		events: [],
		normalized: true,
		layout: { padding: { top: inks.letter * 2.25, right: 8 } },
		scales: {
			x: {
				stacked,
				ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 6 },
				grid: { display: false },
				border: { color: inks.ink, width: 2 }
			},
			y: {
				stacked,
				beginAtZero: true,
				suggestedMax: Math.max(0, ...plot.sets.flatMap(highest)),
				// the browser's own numbers are in the language of the phone
				ticks: { ...ticks, maxTicksLimit: 5, callback: (value) => written(Number(value)) },
				grid: { color: `${inks.ink}24` },
				border: { display: false }
			}
		}
	};
}

/** Intervals of 95 % and the unit above the axis, for which the chart has no element. */
class Extras implements Plugin<Mixed> {
	readonly id = 'programme';
	constructor(private drawn: Drawn) {}

	show(drawn: Drawn): void {
		this.drawn = drawn;
	}

	afterDatasetsDraw(chart: Chart<Mixed>): void {
		const { ctx, chartArea } = chart;
		const { inks, plot } = this.drawn;
		ctx.save();
		ctx.fillStyle = inks.quiet;
		ctx.font = `${inks.letter}px ${inks.font}`;
		ctx.textBaseline = 'bottom';
		ctx.fillText(plot.unit, 4, chartArea.top - inks.letter * 0.9);
		ctx.strokeStyle = inks.ink;
		ctx.lineWidth = 2;
		plot.sets.forEach(({ spread }, i) => {
			chart.getDatasetMeta(i).data.forEach(({ x }, at) => {
				const found = spread?.[at];
				const { y } = chart.scales;
				if (!found || !y) return;
				const [low, high] = found.map((value) => y.getPixelForValue(value));
				if (low === undefined || high === undefined) return;
				ctx.beginPath();
				ctx.moveTo(x, low);
				ctx.lineTo(x, high);
				for (const end of [low, high]) {
					ctx.moveTo(x - 4, end);
					ctx.lineTo(x + 4, end);
				}
				ctx.stroke();
			});
		});
		ctx.restore();
	}
}

/** A plot on a canvas: `show` draws another one on it, `sharp` makes it ready for paper. */
export class Drawing {
	private readonly chart: Chart<Mixed, Values>;
	private readonly extras: Extras;

	constructor(
		private readonly canvas: HTMLCanvasElement,
		plot: Plot
	) {
		const drawn = this.drawn(plot);
		this.extras = new Extras(drawn);
		this.chart = new Chart<Mixed, Values>(canvas, {
			type: 'bar',
			data: { labels: drawn.plot.labels.map((lines) => [...lines]), datasets: setsOf(drawn) },
			options: optionsOf(drawn),
			plugins: [this.extras]
		});
	}

	private drawn(plot: Plot): Drawn {
		return { plot, inks: inksOf(this.canvas, LETTER_REM) };
	}

	show(plot: Plot): void {
		const drawn = this.drawn(plot);
		this.extras.show(drawn);
		this.chart.data.labels = drawn.plot.labels.map((lines) => [...lines]);
		this.chart.data.datasets = setsOf(drawn);
		this.chart.options = optionsOf(drawn);
		this.chart.update('none');
	}

	sharp(on: boolean): void {
		this.chart.options.devicePixelRatio = on ? 3 : window.devicePixelRatio;
		this.chart.resize();
	}

	destroy(): void {
		this.chart.destroy();
	}
}
