// From the waist down: trousers, skirt or pollera, shoes, the lower half of an apron.
import type { LegBones } from './figure-spec.ts';
import { chain, IDENTITY, move, scale, turn } from './geometry.ts';
import type { Point } from './geometry.ts';
import { limb } from './limb.ts';
import type { Posture } from './posture.ts';
import { ellipse, flat, line, shape } from './shape.ts';
import type { Shape } from './shape.ts';

const SHOE = 'M-7,-7C-8,-2 -8,1 -6,1L8,1C10,-2 4,-5 0,-7z';
/** A shoe whose owner sits on it. */
const SOLE = 'M2,-6C-10,-8 -16,-4 -15,3L4,3z';
const SEAT = 'M-9.4,-4L9.4,-4 9,7 -9,7z';
const SITTING = 13;

const shoeColour = (p: Posture): string => p.look.shoe || p.colour('soil');

function trouserLeg(p: Posture, leg: LegBones, hasFoot: boolean): Shape[] {
	const { shoulders: sx, legs: sy } = p.body;
	const fit = ([x, y]: Point): Point => [x * sx, y * sy];
	const [hip, knee, foot] = [fit(leg.hip), fit(leg.knee), fit(leg.foot)];
	const width = leg.width * sx * 0.98;
	const cloth = limb({
		root: hip,
		joint: knee,
		tip: foot,
		widths: [width * 1.05, width * 0.92, width * 0.74]
	});
	const shoe = hasFoot
		? p.put(
				[shape(SHOE, shoeColour(p))],
				chain(move(foot[0] + 1, foot[1] + 5 * (sy < 0.7 ? 0.7 : 1)), scale(Math.max(0.72, sx)))
			)
		: p.put(
				[shape(SOLE, shoeColour(p))],
				chain(move(...foot), scale(foot[0] > knee[0] ? -sx : sx, sx))
			);
	return [...shoe, ...p.put([shape(cloth, p.look.skirt ?? 'none')], IDENTITY)];
}

function trousers(p: Posture): Shape[] {
	const { shoulders: sx, legs: sy } = p.body;
	const { pose, look } = p;
	const [first, second] = pose.legs;
	const radius = (pose.hip || 11) * sx;
	const x = ((first.hip[0] + second.hip[0]) / 2) * sx;
	const y = ((first.hip[1] + second.hip[1]) / 2) * sy + (pose.hip === SITTING ? -3 : 1);
	const cloth = look.skirt ?? 'none';
	const feet = pose.feet.length > 0;
	return [
		...p.put([shape(ellipse(x, y, radius, radius * 0.95), cloth)], IDENTITY),
		...trouserLeg(p, second, feet),
		...trouserLeg(p, first, feet),
		...p.put([flat(SEAT, cloth)], chain(move(...p.waist), turn(p.lean * 0.5), scale(sx)))
	];
}

function shin([x, y]: Point, sits: boolean): string {
	return sits
		? `M${x - 5},${y - 18}L${x - 4.6},${y - 4} ${x + 2.4},${y - 4} ${x + 4},${y - 18}`
		: `M${x - 4.4},${y - 24}L${x - 4.6},${y - 4} ${x + 2.4},${y - 4} ${x + 3.4},${y - 24}`;
}

function feet(p: Posture): Shape[] {
	const { pose, spec, look, body } = p;
	if (pose.back) return p.put([shape(pose.back, shoeColour(p))], p.low);
	const { shoulders: sx, legs: sy } = body;
	const sits = spec.pose === 'stool' || spec.pose === 'chair';
	return [...pose.feet].reverse().flatMap((foot) => {
		const [x, y] = foot;
		const shoe = chain(move(x * sx, y * sy), scale(Math.max(0.72, sx)));
		return [
			...p.put([shape(shin(foot, sits), look.leg || p.skin)], p.low),
			...p.put([shape(SHOE, shoeColour(p))], shoe)
		];
	});
}

function dress(p: Posture, cut: 'pollera' | 'skirt'): Shape[] {
	const { d, pleats, band } = p.pose[cut];
	const { skirt = 'none', trim } = p.look;
	return [
		...feet(p),
		...p.put([shape(d, skirt)], p.low),
		...(pleats ? p.put([line(pleats, 1.8)], p.low) : []),
		...(band && trim ? p.put([line(band, 3.2, trim)], p.low) : [])
	];
}

const APRON = {
	sitting: 'M-8,-2C4,0 16,6 26,12L24,26C10,24 -4,20 -10,12z',
	kneeling: 'M-8,-2L9,-2C15,8 22,18 26,27 12,31 -4,31 -14,29z',
	ground: 'M-9,-2L9,-2C17,6 26,14 30,26 10,32 -12,32 -28,26 -24,14 -17,6 -9,-2z',
	standing: 'M-9,-2L9,-2C13,10 17,28 19,44Q0,50 -19,44C-17,28 -13,10 -9,-2z'
};

function apronCut(pose: string): string {
	if (pose === 'stool' || pose === 'chair') return APRON.sitting;
	if (pose === 'heels' || pose === 'kneel') return APRON.kneeling;
	return pose === 'ground' ? APRON.ground : APRON.standing;
}

/** The colour of the apron, if there is one. */
export const apronOf = (p: Posture): string | undefined => p.look.apron || p.spec.apron;

function apron(p: Posture): Shape[] {
	const pose = p.spec.pose ?? 'stand';
	const colour = apronOf(p);
	if (!colour || pose === 'bend') return [];
	const k = p.body.shoulders;
	return p.put([shape(apronCut(pose), p.colour(colour))], chain(move(...p.waist), scale(k, k)));
}

/** Nothing of it for someone behind a table or cut by the frame. */
export function drawLegs(p: Posture): Shape[] {
	if (p.hides('legs')) return [];
	const { bottom } = p.look;
	return [...(bottom === 'trousers' ? trousers(p) : dress(p, bottom)), ...apron(p)];
}
