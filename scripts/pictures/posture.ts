// Where everything of one figure is: body, limbs' roots and head as matrices, before anything is drawn.
import { pick } from './figure-spec.ts';
import type { Body, FigureSpec, Look, Pose, Wardrobe } from './figure-spec.ts';
import { apply, chain, invert, move, mul, scale, turn } from './geometry.ts';
import type { Matrix, Point } from './geometry.ts';
import { place } from './shape.ts';
import type { Shape } from './shape.ts';

// prettier-ignore
const COLOURED = ['top', 'skirt', 'shawl', 'hatC', 'hatB', 'hairC', 'shoe', 'trim', 'apron', 'vest', 'leg'] as const;

const worn = (value: string | undefined): string | undefined =>
	value === 'off' ? undefined : value;

export class Posture {
	readonly look: Look & { bottom: NonNullable<Look['bottom']> };
	readonly pose: Pose;
	readonly body: Body;
	/** figure → picture, and back */
	readonly place: Matrix;
	readonly back: Matrix;
	/** legs of this age */
	readonly low: Matrix;
	readonly waist: Point;
	readonly lean: number;
	/** the body is seen from the side */
	readonly side: boolean;
	readonly torso: Matrix;
	readonly shoulder: { near: Point; far: Point };
	readonly head: Matrix;
	readonly skin: string;
	readonly cheek: string;

	constructor(
		readonly spec: FigureSpec,
		readonly wardrobe: Wardrobe
	) {
		this.look = this.#dress();
		this.body = pick(wardrobe.tables.bodies, this.look.age ?? 'adult', 'age');
		this.pose = pick(wardrobe.tables.poses, spec.pose ?? 'stand', 'pose');
		this.skin = this.colour(this.look.skin || 'skin2');
		this.cheek = this.colour('cheek');
		const s = spec.s ?? 1;
		this.place = chain(move(...spec.at), scale(spec.flip ? -s : s, s));
		this.back = invert(this.place);
		const { shoulders, legs } = this.body;
		this.low = scale(shoulders, legs);
		const [x, y] = this.pose.waist;
		this.waist = [x * shoulders + (spec.shift?.[0] ?? 0), y * legs + (spec.shift?.[1] ?? 0)];
		this.lean = spec.lean ?? this.pose.lean;
		this.side = spec.side ?? this.pose.side ?? false;
		this.torso = chain(
			move(...this.waist),
			turn(this.lean),
			scale(shoulders, this.body.torso / 38)
		);
		this.shoulder = {
			near: apply(this.torso, this.side ? [-1, -29] : [-9.8, -29.4]),
			far: apply(this.torso, this.side ? [3, -29] : [6.4, -27.6])
		};
		this.head = this.#head();
	}

	colour(name: string): string {
		return this.wardrobe.palette[name] ?? name;
	}

	#dress(): Posture['look'] {
		const base = pick(this.wardrobe.looks, this.spec.fig, 'look');
		const look = { age: 'adult' as const, hair: 'braids', ...base, ...this.spec.wear };
		const dressed: Posture['look'] = { ...look, bottom: look.bottom ?? 'pollera' };
		for (const key of COLOURED) {
			const colour = worn(look[key]);
			if (colour) dressed[key] = this.colour(colour);
			else delete dressed[key];
		}
		for (const key of ['hat', 'hair', 'poncho'] as const)
			if (look[key] === 'off') delete dressed[key];
		dressed.hairC ??= this.colour('hair');
		return dressed;
	}

	#head(): Matrix {
		const { spec, body } = this;
		const neck = apply(this.torso, this.side ? [4, -37] : [0, -37]);
		const tilt = this.lean * (spec.headLean ?? 0.45) + (spec.tilt ?? 0);
		const forward = spec.turn === 0 ? 0 : 2;
		return chain(move(...neck), turn(tilt), move(forward, -14.5 * body.head), scale(body.head));
	}

	/** Shapes in the units of `m` (torso, head, low …) → shapes of the picture. */
	put(shapes: Shape[], m: Matrix): Shape[] {
		return place(shapes, mul(this.place, m));
	}

	hides(what: string): boolean {
		return this.spec.hide?.includes(what) ?? false;
	}

	/** Points that others may reach for. */
	anchors(): Record<string, Point> {
		const at = (m: Matrix, point: Point) => apply(this.place, apply(m, point));
		const own = (point: Point) => apply(this.place, point);
		const [x, y] = this.waist;
		return {
			waist: own(this.waist),
			head: at(this.head, [0, 0]),
			mouth: at(this.head, [6, 8]),
			back: at(this.torso, [-14, -22]),
			chest: at(this.torso, [4, -20]),
			lap: own([x + 14, y + 10]),
			shoulder: own(this.shoulder.near),
			shoulderFar: own(this.shoulder.far),
			crown: at(this.head, [0, -17]),
			feet: own([0, 0]),
			knee: at(this.low, this.pose.legs[0].knee)
		};
	}
}
