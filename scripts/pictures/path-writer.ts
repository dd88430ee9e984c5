// Absolute segments → the shortest relative "d" on a grid of whole numbers; rounding errors do not add up.
import type { Point } from './geometry.ts';
import type { Segment } from './path.ts';

const tenth = (value: number): number => {
	const rounded = Math.round(value * 10) / 10;
	return rounded === 0 ? 0 : rounded;
};
const whole = (value: number): number => {
	const rounded = Math.round(value);
	return rounded === 0 ? 0 : rounded;
};

const format = (value: number): string => String(tenth(value)).replace(/^(-?)0\./, '$1.');
const tail = (text: string): string => /[-\d.]*$/.exec(text)?.[0] ?? '';

/** A sign or, behind a decimal, a point parts two numbers as well as a space. */
const joins = (before: string, next: string): boolean =>
	next.startsWith('-') || (next.startsWith('.') && /\.\d*$/.test(before));

const join = (values: number[]): string =>
	values.reduce((text, value) => {
		const next = format(value);
		if (text === '' || joins(tail(text).replace(/.*-/, ''), next)) return text + next;
		return `${text} ${next}`;
	}, '');

class PathWriter {
	#out = '';
	#command = '';
	#at: Point = [0, 0];
	#start: Point = [0, 0];

	#put(command: string, values: number[]): void {
		const text = join(values);
		if (command === this.#command && command !== 'M') {
			this.#out += (joins(tail(this.#out), text) ? '' : ' ') + text;
		} else this.#out += command + text;
		this.#command = command;
	}

	#line([dx, dy]: Point): void {
		if (dx === 0 && dy === 0) {
			// a dot: a line of no length, drawn by its round ends
			if (this.#command === 'M') this.#put('h', [0]);
		} else if (dy === 0) this.#put('h', [dx]);
		else if (dx === 0) this.#put('v', [dy]);
		else this.#put('l', [dx, dy]);
	}

	/** Half circles get radii a little too small: renderers grow them to fit the rounded chord exactly. */
	#arc(arc: Extract<Segment, { c: 'A' }>, [dx, dy]: Point): void {
		const chord = Math.hypot(dx, dy);
		const half = Math.abs(chord - 2 * arc.rx) < 0.08 * chord + 1.5;
		const round = Math.abs(arc.rx - arc.ry) < 1e-6;
		let [rx, ry] = [whole(arc.rx), whole(arc.ry)];
		if (half && round) [rx, ry] = [1, 1];
		else if (half) {
			const k = Math.max(6, Math.floor(chord / 2) - 1) / arc.rx;
			[rx, ry] = [whole(arc.rx * k), whole(arc.ry * k)];
		}
		const [turn, large] = [round ? 0 : whole(arc.turn), half ? 0 : whole(arc.large)];
		this.#put('a', [rx, ry, turn, large, whole(arc.sweep), dx, dy]);
	}

	#segment(segment: Exclude<Segment, { c: 'Z' }>): void {
		const to: Point = [whole(segment.to[0]), whole(segment.to[1])];
		const step: Point = [to[0] - this.#at[0], to[1] - this.#at[1]];
		if (segment.c === 'M') {
			this.#put('M', [...to]);
			this.#start = to;
		} else if (segment.c === 'L') this.#line(step);
		else if (segment.c === 'A') this.#arc(segment, step);
		else {
			const via = segment.via.flatMap(([x, y]) => [whole(x) - this.#at[0], whole(y) - this.#at[1]]);
			this.#put(segment.c.toLowerCase(), [...via, ...step]);
		}
		this.#at = to;
	}

	write(segments: Segment[]): string {
		for (const segment of segments) {
			if (segment.c !== 'Z') this.#segment(segment);
			else {
				this.#out += 'z';
				this.#command = 'z';
				this.#at = this.#start;
			}
		}
		return this.#out;
	}
}

export const writePath = (segments: Segment[]): string => new PathWriter().write(segments);
