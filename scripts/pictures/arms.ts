// Arms: the elbow is solved between shoulder and target, sleeves and shawl go over it, the hand holds what it holds.
import { pick } from './figure-spec.ts';
import type { Hand, Target } from './figure-spec.ts';
import { add, apply, chain, IDENTITY, move, mul, scale, sub, turn, unit } from './geometry.ts';
import type { Point } from './geometry.ts';
import { limb, reach } from './limb.ts';
import type { Posture } from './posture.ts';
import { line, shape } from './shape.ts';
import type { Shape } from './shape.ts';

/** What a hand holds, drawn around the point where it is held. */
export interface InHand {
	shapes: Shape[];
	rot: number;
	s: number;
}

export interface Arm {
	shapes: Shape[];
	/** where the hand is in the picture */
	hand: Point;
	warning: string | undefined;
}

const UP: Record<Hand, Point> = { near: [-0.6, -0.8], far: [0.6, -0.8] };
/** how far down the upper arm a short sleeve, and how far the shawl, come */
const SHORT_SLEEVE = 0.34;
const DRAPE = 0.7;

interface Bones {
	root: Point;
	elbow: Point;
	hand: Point;
	up: Point;
}

const tube = ({ root, elbow, hand, up }: Bones, widths: [number, number, number]) =>
	limb({ root, joint: elbow, tip: hand, widths }, { up });

/** A piece of cloth along the upper arm, from just above the shoulder to `to` of its length. */
function cloth(
	{ root, elbow, up }: Bones,
	{
		upper,
		half,
		to,
		widths,
		end = 0
	}: {
		upper: number;
		half: number;
		to: number;
		widths: [number, number, number];
		end?: number;
	}
): string {
	const d = unit(sub(elbow, root));
	const bones = {
		root: add(root, d, -1),
		joint: add(root, d, upper * half),
		tip: add(root, d, upper * to),
		widths
	};
	return limb(bones, { up, end });
}

function sleeve(p: Posture, bones: Bones): Shape[] {
	const { spec, look, body } = p;
	const [k, upper, top] = [body.limbs, body.upperArm, look.top ?? 'none'];
	const bare = look.sleeve === 'short' || spec.bare;
	if (!bare) return [shape(tube(bones, [7 * k, 6.2 * k, 5 * k]), top)];
	if (bare !== 'all') {
		// rolled up: bare forearm, cloth to just below the elbow
		const end = add(bones.elbow, unit(sub(bones.hand, bones.elbow)), 5 * k);
		const rolled = tube({ ...bones, hand: end }, [7.2 * k, 6.6 * k, 6.2 * k]);
		return [shape(tube(bones, [6.4 * k, 5 * k, 3.7 * k]), p.skin), shape(rolled, top)];
	}
	const arm = shape(tube(bones, [6.6 * k, 5.2 * k, 3.8 * k]), p.skin);
	const widths: [number, number, number] = [8 * k, 8.2 * k, 8 * k];
	const short = cloth(bones, { upper, half: 0.2, to: SHORT_SLEEVE, widths });
	return spec.sleeveless ? [arm] : [arm, shape(short, top)];
}

function drape({ spec, look, body }: Posture, bones: Bones): Shape[] {
	if (!look.shawl || spec.noDrape) return [];
	const k = body.limbs;
	const widths: [number, number, number] = [8.8 * k, 8.6 * k, 7.6 * k];
	const d = cloth(bones, { upper: body.upperArm, half: 0.4, to: DRAPE, widths, end: 6 });
	return [shape(d, look.shawl)];
}

function handShapes(p: Posture, which: Hand, { elbow, hand }: Bones): Shape[] {
	const { spec, body, wardrobe } = p;
	const { d, lines } = pick(wardrobe.tables.hands, spec.hands?.[which] ?? 'open', 'hand');
	const direction = (Math.atan2(hand[1] - elbow[1], hand[0] - elbow[0]) * 180) / Math.PI;
	const k = body.limbs;
	const thumb = spec.thumb?.[which] ?? 1;
	const m = chain(move(...hand), turn(direction + (spec.wrist?.[which] ?? 0)), scale(k, k * thumb));
	return p.put([shape(d, p.skin, 2.4), ...(lines ? [line(lines, 1.4)] : [])], m);
}

function held(p: Posture, hand: Point, what: InHand | undefined): Shape[] {
	if (!what) return [];
	const m = chain(turn(p.spec.flip ? -what.rot : what.rot), scale(what.s, what.s));
	return p.put(what.shapes, mul(move(...hand), m));
}

/** Where the hand should be, in the figure's own units. */
function targetOf(p: Posture, which: Hand, resolve: (target: Target) => Point): Point {
	const wanted = p.spec[which];
	if (wanted) return apply(p.back, resolve(wanted));
	const [x, y] = p.shoulder[which];
	return [x + (which === 'near' ? -6 : 6), y + (44 * p.body.upperArm) / 27];
}

export function drawArm(
	p: Posture,
	which: Hand,
	{ resolve, inHand }: { resolve: (target: Target) => Point; inHand: InHand | undefined }
): Arm {
	const { spec, body } = p;
	const root = p.shoulder[which];
	const longer = spec.armScale || 1;
	const solved = reach(root, targetOf(p, which, resolve), {
		upper: body.upperArm * longer,
		fore: body.forearm * longer,
		bend: spec.elbow?.[which] ?? 1
	});
	const bones: Bones = { root, elbow: solved.elbow, hand: solved.hand, up: UP[which] };
	const miss = Math.round(solved.short * (spec.s ?? 1));
	return {
		shapes: [
			...held(p, bones.hand, inHand),
			...handShapes(p, which, bones),
			...p.put([...sleeve(p, bones), ...drape(p, bones)], IDENTITY)
		],
		hand: apply(p.place, bones.hand),
		warning: solved.short > 3 ? `${which} hand ${miss} px short` : undefined
	};
}
