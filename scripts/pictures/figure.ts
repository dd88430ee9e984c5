// The people of the kit: a look and a pose → shapes and anchor points.
import { drawArm } from './arms.ts';
import type { InHand } from './arms.ts';
import type { Drawn, FigureSpec, Hand, Target, Wardrobe } from './figure-spec.ts';
import { apply, IDENTITY, near, show } from './geometry.ts';
import type { Point } from './geometry.ts';
import { headShapes } from './head.ts';
import { drawLegs } from './legs.ts';
import { Posture } from './posture.ts';
import { INK, line } from './shape.ts';
import type { Shape } from './shape.ts';
import { drawBack, drawTorso } from './torso.ts';

export interface FigureContext {
	wardrobe: Wardrobe;
	resolve: (target: Target) => Point;
	inHand: { [H in Hand]?: InHand };
	/** things between the body and the near arm */
	inner: Shape[];
}

function braid(p: Posture, root: Point, left: boolean): Shape[] {
	const k = p.body.head;
	const end: Point =
		p.side && left
			? [root[0] - 2, root[1] + 27 * k]
			: [root[0] + (left ? -5 : 5) * k, root[1] + 31 * k];
	const x = near(root[0] + (left ? -5 : 5) * k);
	const d = `M${show(root)}Q${x},${near((root[1] + end[1]) / 2)} ${show(end)}`;
	const dark = p.colour('hair');
	const hair = p.look.hairC ?? dark;
	const tip = `M${near(end[0])},${near(end[1])}l${left ? -1 : 1},5`;
	return [
		line(d, 7.6 * k, hair === dark ? hair : INK),
		...(hair === dark ? [] : [line(d, 4.6 * k, hair)]),
		line(tip, 3.4 * k, p.colour(p.look.tullma || 'ink'))
	];
}

function drawBraids(p: Posture): Shape[] {
	const { spec, look, head } = p;
	if (look.hair !== 'braids' || spec.noBraid) return [];
	const front = spec.turn === 0;
	const left = braid(p, apply(head, front ? [-10, 4] : [-9, 5]), true);
	if (!front) return p.put(left, IDENTITY);
	return p.put([...left, ...braid(p, apply(head, [10, 4]), false)], IDENTITY);
}

function drawHead(p: Posture): Shape[] {
	const { spec } = p;
	const face = {
		quarter: spec.turn !== 0,
		gaze: [spec.gaze?.[0] ?? 0, spec.gaze?.[1] ?? (spec.eyes === 'down' ? 1.6 : 0)] as const,
		eyes: spec.eyes ?? 'open',
		mouth: spec.mouth ?? 'smile',
		cheek: p.cheek,
		skin: p.skin,
		lite: spec.lite ?? false
	};
	return p.put(headShapes(face, p.look, p.wardrobe.tables), p.head);
}

/** Draws back to front: back, far arm, legs, torso, things held, near arm, braids, head. */
export function figure(spec: FigureSpec, context: FigureContext): Drawn {
	const p = new Posture(spec, context.wardrobe);
	const anchors = p.anchors();
	const warnings: string[] = [];
	const arm = (which: Hand): Shape[] => {
		if (p.hides(which)) return [];
		const { resolve, inHand } = context;
		const drawn = drawArm(p, which, { resolve, inHand: inHand[which] });
		anchors[which] = drawn.hand;
		if (drawn.warning) warnings.push(drawn.warning);
		return drawn.shapes;
	};
	const over = spec.over ?? [];
	const far = over.includes('far') ? 'over' : over.includes('farUnder') ? 'under' : 'behind';
	const shapes = [
		...drawBack(p),
		...(far === 'behind' ? arm('far') : []),
		...drawLegs(p),
		...drawTorso(p),
		...(far === 'under' ? arm('far') : []),
		...context.inner,
		...(far === 'over' ? arm('far') : []),
		...(spec.armOver ? [] : arm('near')),
		...drawBraids(p),
		...drawHead(p),
		...(spec.armOver ? arm('near') : [])
	];
	return { shapes, anchors, warnings };
}
