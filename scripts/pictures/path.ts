// "d" strings → absolute segments → "d" strings, short and on a grid.
import { apply, determinant, factor } from './geometry.ts';
import type { Matrix, Point } from './geometry.ts';

export type Segment =
	| { c: 'Z' }
	| { c: 'M'; to: Point }
	| { c: 'L'; to: Point }
	| { c: 'Q'; via: [Point]; to: Point }
	| { c: 'C'; via: [Point, Point]; to: Point }
	| { c: 'A'; rx: number; ry: number; turn: number; large: number; sweep: number; to: Point };

const TOKEN = /[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g;

/** Reads one "d" string, token by token. */
class PathReader {
	readonly #tokens: string[];
	readonly #source: string;
	readonly #out: Segment[] = [];
	#next = 0;
	#command = '';
	#at: Point = [0, 0];
	#start: Point = [0, 0];
	/** the last control point, when the next S or T may mirror it */
	#control: { of: 'C' | 'Q'; at: Point } | undefined;

	constructor(d: string) {
		this.#source = d;
		this.#tokens = d.match(TOKEN) ?? [];
	}

	#number(): number {
		return parseFloat(this.#tokens[this.#next++] ?? '');
	}

	/** @param from where relative coordinates begin */
	#point(from: Point): Point {
		const x = this.#number() + from[0];
		return [x, this.#number() + from[1]];
	}

	#mirror(of: 'C' | 'Q'): Point {
		if (this.#control?.of !== of) return this.#at;
		const { at } = this.#control;
		return [2 * this.#at[0] - at[0], 2 * this.#at[1] - at[1]];
	}

	#line(to: Point): Segment {
		return { c: 'L', to };
	}

	#curve(base: Point, smooth: boolean): Segment {
		const first = smooth ? this.#mirror('C') : this.#point(base);
		const second = this.#point(base);
		this.#control = { of: 'C', at: second };
		return { c: 'C', via: [first, second], to: this.#point(base) };
	}

	#bow(base: Point, smooth: boolean): Segment {
		const via = smooth ? this.#mirror('Q') : this.#point(base);
		this.#control = { of: 'Q', at: via };
		return { c: 'Q', via: [via], to: this.#point(base) };
	}

	#arc(base: Point): Segment {
		const [rx, ry, turn] = [this.#number(), this.#number(), this.#number()];
		const [large, sweep] = [this.#number(), this.#number()];
		return { c: 'A', rx, ry, turn, large, sweep, to: this.#point(base) };
	}

	#segment(letter: string, base: Point): Segment {
		switch (letter) {
			case 'Z':
				return { c: 'Z' };
			case 'M':
				return { c: 'M', to: this.#point(base) };
			case 'L':
				return this.#line(this.#point(base));
			case 'H':
				return this.#line([this.#number() + base[0], this.#at[1]]);
			case 'V':
				return this.#line([this.#at[0], this.#number() + base[1]]);
			case 'C':
			case 'S':
				return this.#curve(base, letter === 'S');
			case 'Q':
			case 'T':
				return this.#bow(base, letter === 'T');
			case 'A':
				return this.#arc(base);
			default:
				throw new Error(`bad path command ${letter} in ${this.#source}`);
		}
	}

	#step(): void {
		const token = this.#tokens[this.#next] ?? '';
		if (/[a-zA-Z]/.test(token)) {
			this.#command = token;
			this.#next++;
		} else if (this.#command === 'M') this.#command = 'L';
		else if (this.#command === 'm') this.#command = 'l';
		const letter = this.#command.toUpperCase();
		const base: Point = this.#command === letter ? [0, 0] : this.#at;
		const segment = this.#segment(letter, base);
		this.#out.push(segment);
		if (!'CSQT'.includes(letter)) this.#control = undefined;
		this.#at = segment.c === 'Z' ? this.#start : segment.to;
		if (segment.c === 'M') this.#start = segment.to;
	}

	read(): Segment[] {
		while (this.#next < this.#tokens.length) this.#step();
		return this.#out;
	}
}

/** "d" string → absolute segments, with H, V, S and T resolved to L, C and Q. */
export const parsePath = (d: string): Segment[] => new PathReader(d).read();

export function transformPath(segments: Segment[], m: Matrix): Segment[] {
	const [s, flip] = [factor(m), determinant(m) < 0];
	const angle = (Math.atan2(m[1], m[0]) * 180) / Math.PI;
	return segments.map((segment): Segment => {
		if (segment.c === 'Z') return segment;
		const to = apply(m, segment.to);
		if (segment.c === 'Q') return { ...segment, via: [apply(m, segment.via[0])], to };
		if (segment.c === 'C') {
			return { ...segment, via: [apply(m, segment.via[0]), apply(m, segment.via[1])], to };
		}
		if (segment.c !== 'A') return { ...segment, to };
		const { rx, ry } = segment;
		const turned = flip ? angle - segment.turn : segment.turn + angle;
		const sweep = flip ? 1 - segment.sweep : segment.sweep;
		return { ...segment, rx: rx * s, ry: ry * s, turn: rx === ry ? 0 : turned, sweep, to };
	});
}
