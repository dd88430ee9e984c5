// Heads: centre at 0, 0, about 24 × 29, facing right; two dots for eyes, a short nose, one warm cheek.
import type { FigureSpec, FigureTables, Look } from './figure-spec.ts';
import type { Point } from './geometry.ts';
import { near } from './geometry.ts';
import { hatShapes } from './hats.ts';
import { ellipse, flat, line, shape } from './shape.ts';
import type { Shape } from './shape.ts';

export interface Face {
	/** three quarters; else from the front */
	quarter: boolean;
	gaze: Point;
	eyes: NonNullable<FigureSpec['eyes']>;
	mouth: NonNullable<FigureSpec['mouth']>;
	cheek: string;
	skin: string;
	lite: boolean;
}

const PONYTAIL = 'M-9,-9C-17,-9 -20,-1 -18,7 -17,11 -14,12 -13,9 -14,4 -12,-1 -8,-3z';
const EAR = 'M-6,-1C-9.6,-3.4 -11.6,0 -10.4,3 -9.6,5.4 -7.4,5.6 -6,4';
const LIPS = '#7A2A22';

/** Places of eyes, mouth and nose once age, turn and gaze are known. */
class Features {
	readonly kid: boolean;
	readonly eyeY: number;
	readonly eyeX: [number, number];
	readonly mouthX: number;
	readonly mouthY: number;

	constructor(
		readonly face: Face,
		readonly look: Look
	) {
		const [dx, dy] = face.gaze;
		this.kid = look.age !== 'adult';
		this.eyeY = (this.kid ? 1.4 : -0.6) + dy;
		this.eyeX = face.quarter ? [3 + dx, 9.4 + dx * 0.6] : [-4.6 + dx, 4.6 + dx];
		this.mouthX = face.quarter ? 5.2 + dx : dx * 1.1;
		this.mouthY = this.eyeY + (this.kid ? 7.4 : 8.6);
	}

	#eyes(draw: (x: number, index: number) => string): string {
		return this.eyeX.map(draw).join('');
	}

	cheeks(): Shape[] {
		const { cheek, quarter, gaze } = this.face;
		const [dx] = gaze;
		const y = this.eyeY + 5.4;
		const one = flat(ellipse(quarter ? 0.6 + dx : -6.6 + dx * 0.5, y, 2.7, 2.1), cheek);
		return quarter ? [one] : [one, flat(ellipse(6.6 + dx * 0.5, y, 2.7, 2.1), cheek)];
	}

	eyes(): Shape {
		const y = this.eyeY;
		if (this.face.eyes === 'down') {
			return line(
				this.#eyes((x) => `M${near(x - 2)},${near(y)}q2,1.9 4,0`),
				1.7
			);
		}
		if (this.face.eyes === 'shut') {
			return line(
				this.#eyes((x) => `M${near(x - 2)},${near(y + 0.6)}q2,-1.9 4,0`),
				1.7
			);
		}
		return line(
			this.#eyes((x) => `M${near(x)},${near(y)}v.6`),
			this.kid ? 3.7 : 3.4
		);
	}

	/** Only for worry and for men. */
	brows(): Shape[] {
		const y = this.eyeY;
		if (this.face.mouth === 'worry') {
			const brow = (x: number, i: number) =>
				`M${near(x - 2)},${near(y - 4.4 + (i ? -1 : 0.4))}l4,${i ? 1.3 : -1.4}`;
			return [line(this.#eyes(brow), 1.7)];
		}
		if (!this.look.man || this.face.eyes !== 'open') return [];
		return [
			line(
				this.#eyes((x) => `M${near(x - 2.2)},${near(y - 4.6)}q2.2,-1.2 4.4,0`),
				1.7
			)
		];
	}

	nose(): Shape {
		const { quarter, gaze } = this.face;
		const x = quarter ? 6.8 + gaze[0] : gaze[0];
		const y = this.eyeY + 1.4;
		if (this.kid) return line(`M${near(x - 0.8)},${near(y + 2.6)}q1.4,1 2.6,-.2`, 1.7);
		return quarter
			? line(`M${near(x)},${near(y - 1)}q2.4,3.4 2.4,4.4 -1,1.4 -2.8,.6`, 1.7)
			: line(`M${near(x - 1.2)},${near(y + 3.4)}q1.4,1 2.8,0`, 1.7);
	}

	mouth(): Shape {
		const [x, y, w] = [this.mouthX, this.mouthY, this.kid ? 2.3 : 2.9];
		const { mouth } = this.face;
		if (mouth === 'open') {
			const d = `M${near(x - 2.6)},${near(y - 1)}q2.6,-1.4 5.2,0 0,4 -2.6,4.2 -2.6,-.2 -2.6,-4.2z`;
			return shape(d, LIPS, 1.5);
		}
		if (mouth === 'talk') {
			const d = `M${near(x - 2.4)},${near(y)}q2.4,-1 4.8,0 -1,2.6 -2.4,2.6 -1.4,0 -2.4,-2.6z`;
			return shape(d, LIPS, 1.5);
		}
		const sag = mouth === 'worry' ? -1.8 : mouth === 'flat' ? 0.6 : 2.3;
		const end = mouth === 'flat' ? 0 : -0.2;
		return line(`M${near(x - w)},${near(y)}q${w},${sag} ${2 * w},${end}`, 1.7);
	}

	wrinkles(): Shape[] {
		if (!this.look.old) return [];
		const y = this.eyeY;
		if (!this.face.quarter) {
			return [line(`M-8,${near(y + 2)}l-2,1M8,${near(y + 2)}l2,1`, 1.7)];
		}
		const eye = `M${near(this.eyeX[0] - 3.6)},${near(y + 2.4)}l-2.2,1.2`;
		return [
			line(`${eye}M${near(this.mouthX - 4.6)},${near(this.mouthY - 2.6)}q-1,1.8 -.2,3.4`, 1.7)
		];
	}
}

/** @param look its colours are #hex by now */
export function headShapes(face: Face, look: Look, tables: FigureTables): Shape[] {
	const features = new Features(face, look);
	const view = face.quarter ? 'quarter' : 'front';
	const length = look.hair === 'short' || look.hair === 'baby' ? 'short' : 'long';
	const hair = look.hairC ?? 'none';
	const hat = { kind: look.hat ?? '', colour: look.hatC ?? 'none', band: look.hatB };
	return [
		...(look.hair === 'ponytail' ? [shape(PONYTAIL, hair)] : []),
		...(look.hair === 'bun' ? [shape(ellipse(-13, -4, 6, 6.4), hair)] : []),
		shape(tables.faces[features.kid ? 'child' : 'adult'][view], face.skin),
		shape(tables.hair[length][view], hair, 2),
		...(face.quarter && !face.lite ? [shape(EAR, face.skin, 2)] : []),
		...features.cheeks(),
		features.eyes(),
		...features.brows(),
		features.nose(),
		features.mouth(),
		...features.wrinkles(),
		...hatShapes(hat, face.quarter)
	];
}
