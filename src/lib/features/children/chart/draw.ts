import {
	Chart,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	type ChartDataset,
	type ChartOptions
} from 'chart.js';
import { inksOf } from '#lib/ui/figures/inks.ts';
import { Extras, middle, type Drawn, type Shown } from './extras.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, Filler);

const LETTER_REM = 0.875;

type LineChart = Chart<'line', { x: number; y: number }[]>;
type LineSet = ChartDataset<'line', { x: number; y: number }[]>;

function lineSets({ series, inks }: Drawn): LineSet[] {
	const look: Readonly<Record<number, Partial<LineSet>>> = {
		'-3': {
			borderColor: inks.refer,
			borderDash: [2, 4],
			fill: 'start',
			backgroundColor: inks.referFill
		},
		'-2': {
			borderColor: inks.watchInk,
			borderDash: [7, 4],
			fill: '-1',
			backgroundColor: inks.watchFill
		},
		'0': { borderColor: inks.ok, borderWidth: 2.5 },
		'2': { borderColor: inks.ok, borderDash: [7, 4], fill: '-2', backgroundColor: inks.okFill },
		'3': {
			borderColor: inks.watchInk,
			borderDash: [2, 4],
			fill: '-1',
			backgroundColor: inks.watchFill
		}
	};
	return series.lines.map(({ z, points }) => ({
		data: [...points],
		order: 1,
		borderWidth: 2,
		pointRadius: 0,
		// above +2 only weight is a question
		...look[z],
		...(z === 3 && series.measure !== 'weight' ? { fill: false } : {})
	}));
}

function markSet({ series, inks }: Drawn): LineSet {
	const counted = series.marks.filter(({ flagged }) => !flagged);
	return {
		data: counted.map((mark) => ({ x: middle(mark), y: mark.y })),
		// drawn last, above all lines
		order: 0,
		borderColor: inks.ink,
		borderWidth: 3,
		pointRadius: counted.length > 24 ? 3 : 5,
		pointBackgroundColor: inks.ink,
		pointBorderWidth: 0
	};
}

function optionsOf({ series, inks, words, plain }: Drawn): ChartOptions<'line'> {
	const font = { family: inks.font, size: inks.letter };
	const ticks = { color: inks.quiet, font };
	const grid = { color: `${inks.ink}24` };
	const border = { color: inks.ink, width: 2.5 };
	return {
		animation: false,
		responsive: true,
		maintainAspectRatio: false,
		events: [],
		parsing: false,
		normalized: true,
		layout: { padding: { top: 8, right: plain ? 12 : 30 } },
		scales: {
			x: {
				type: 'linear',
				min: series.window.from,
				max: series.window.to,
				ticks: { ...ticks, stepSize: series.window.step, maxRotation: 0 },
				title: {
					display: true,
					text: words.months,
					color: inks.quiet,
					font,
					align: 'end',
					padding: 0
				},
				grid,
				border
			},
			y: {
				type: 'linear',
				min: series.low,
				max: series.high,
				ticks: { ...ticks, stepSize: series.step },
				grid,
				border
			}
		}
	};
}

/** A chart on a canvas: `show` draws other series on it, `sharp` makes it ready for paper. */
export class GrowthDrawing {
	private readonly chart: LineChart;
	private readonly extras: Extras;

	constructor(
		private readonly canvas: HTMLCanvasElement,
		shown: Shown
	) {
		const drawn = this.drawn(shown);
		this.extras = new Extras(drawn);
		this.chart = new Chart(canvas, {
			type: 'line',
			data: { datasets: [...lineSets(drawn), markSet(drawn)] },
			options: optionsOf(drawn),
			plugins: [this.extras]
		});
	}

	private drawn(shown: Shown): Drawn {
		return { ...shown, inks: inksOf(this.canvas, LETTER_REM) };
	}

	show(shown: Shown): void {
		const drawn = this.drawn(shown);
		this.extras.show(drawn);
		this.chart.data.datasets = [...lineSets(drawn), markSet(drawn)];
		this.chart.options = optionsOf(drawn);
		this.chart.update('none');
	}

	/** Before printing: four points of ink where the screen has one. */
	sharp(on: boolean): void {
		this.chart.options.devicePixelRatio = on ? 4 : window.devicePixelRatio;
		this.chart.resize();
	}

	destroy(): void {
		this.chart.destroy();
	}
}
