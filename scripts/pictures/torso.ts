// From the waist up: neck, top, vest, poncho, apron, shawl, and what is carried on the back.
import { chain, move, mul, scale, turn } from './geometry.ts';
import { hatShapes } from './hats.ts';
import { apronOf } from './legs.ts';
import type { Posture } from './posture.ts';
import { ellipse, flat, INK, line, place, shape } from './shape.ts';
import type { Shape } from './shape.ts';

const NECK = 'M-5,-34L-4.4,-44 5.4,-44 5,-34z';
const BELLY = 'M-2,-16C17,-18 28,-5 24,4 19,12 2,12 -6,6';
const VEST = {
	side: 'M-10,3C-13,-8 -13.4,-20 -10.6,-30 -8,-36 -2,-39 3,-37L8,-16 9,3Q0,6 -10,3z',
	front:
		'M-11.4,3C-13,-8 -13.4,-16 -12.4,-24 -12,-31 -10,-35 -6,-37.4L0,-22 6,-37.4C10,-35 12,-31 12.4,-24 13.4,-16 13,-8 11.4,3Q0,6.6 -11.4,3z'
};
const PONCHO = {
	side: 'M-4,-40C-16,-34 -22,-14 -23,8 -8,14 12,12 20,4 18,-14 13,-32 8,-39z',
	front: 'M-5,-39C-16,-36 -23,-14 -27,8 -12,15 12,15 27,8 23,-14 16,-36 5,-39L0,-32z'
};
const PONCHO_STRIPES = {
	side: 'M-12,-30Q-16,-10 -15,10',
	front: 'M-14,-30Q-18,-8 -17,11M14,-30Q18,-8 17,11'
};
const APRON_TOP = 'M-8,-30L8,-30 9.6,3Q0,6 -9.6,3z';
const STRAP = { side: 'M-8,-34Q2,-24 11,-26', front: 'M-14,-30Q-4,-16 12,-14' };
const BUNDLE = {
	cloth: 'M-6,-34C-18,-38 -31,-30 -31,-16 -31,-3 -20,4 -6,2z',
	amber: 'M-12,-34.6C-23,-28 -24,-6 -14,2.4M-18,-34C-28,-26 -29,-10 -22,0',
	pink: 'M-15,-35C-26,-27 -26.6,-8 -18,1.6'
};

function vest(p: Posture, colour: string): Shape[] {
	const amber = p.colour('amber');
	return p.side
		? [shape(VEST.side, colour), line('M-12.4,-12L9,-11', 3.4, amber)]
		: [
				shape(VEST.front, colour),
				line('M0,-22V4.6', 1.8),
				line('M-12.6,-9Q-6,-7 -1.4,-6.6M12.6,-9Q6,-7 1.4,-6.6', 3.4, amber)
			];
}

/** The seam or the zip of a plain top. */
function front({ look, spec, side }: Posture): Shape[] {
	if (look.shawl || side || spec.lite) return [];
	return [line(look.zip ? 'M0,-34V4.6' : 'M-5,-37Q0,-30 5,-37M0,-33V4.6', 1.8)];
}

function shawl(p: Posture): Shape[] {
	const { look, wardrobe, side } = p;
	if (!look.shawl) return [];
	const [cloth, edge, pin] = wardrobe.tables.shawl[side ? 'side' : 'front'];
	return [
		shape(cloth, look.shawl),
		line(edge, 2, look.trim || INK),
		line(pin, 5.4, p.colour('amber'))
	];
}

export function drawTorso(p: Posture): Shape[] {
	const { look, spec, side, torso, wardrobe } = p;
	const view = side ? 'side' : 'front';
	const apron = apronOf(p);
	const top = look.top ?? 'none';
	return [
		...p.put([shape(NECK, p.skin)], side ? mul(torso, move(4, 0)) : torso),
		...p.put(
			[
				shape(wardrobe.tables.torso[view], top),
				...(look.belly ? [shape(BELLY, top)] : []),
				...(look.vest ? vest(p, look.vest) : front(p)),
				...(look.poncho
					? [
							shape(PONCHO[view], p.colour(look.poncho)),
							line(PONCHO_STRIPES[view], 3, p.colour('amber'))
						]
					: []),
				...(apron && !look.shawl && !side ? [shape(APRON_TOP, p.colour(apron))] : []),
				...shawl(p),
				...(spec.back ? [line(STRAP[view], 6, INK), line(STRAP[view], 3, p.colour('pink'))] : [])
			],
			torso
		)
	];
}

function baby(p: Posture): Shape[] {
	const hat = { kind: 'lluchu', colour: p.colour('ok'), band: p.colour('amber') };
	return place(
		[
			shape(p.wardrobe.tables.faces.child.quarter, p.skin),
			line('M3,1v.6M9.4,1v.6', 3.2),
			line('M3,7.6q2.2,1.8 4.4,0', 1.6),
			flat(ellipse(0, 6, 2.6, 2), p.cheek),
			...hatShapes(hat, true)
		],
		chain(move(-22, -40), turn(-14), scale(0.78))
	);
}

/** The carrying cloth, with or without a baby looking out. */
export function drawBack(p: Posture): Shape[] {
	const { spec, torso } = p;
	if (spec.back !== 'baby' && spec.back !== 'bundle') return [];
	return p.put(
		[
			...(spec.back === 'baby' ? baby(p) : []),
			shape(BUNDLE.cloth, p.colour('violet')),
			line(BUNDLE.amber, 2.6, p.colour('amber')),
			line(BUNDLE.pink, 2, p.colour('pink'))
		],
		mul(torso, move(spec.turn === 0 ? 0 : -4, 0))
	);
}
