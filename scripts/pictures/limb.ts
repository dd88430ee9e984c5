// Arms and legs: two tapered bones with a joint.
import { add, length, show, sub, unit } from './geometry.ts';
import type { Point } from './geometry.ts';

interface Side {
	/** the outside of the joint, and where its curve begins and ends */
	o: Point;
	i: Point;
	j: Point;
	outer: boolean;
}

export interface Limb {
	root: Point;
	joint: Point;
	tip: Point;
	/** half widths at root, joint and tip */
	widths: readonly [number, number, number];
}

function frame({ root: a, joint: b, tip: c, widths }: Limb) {
	const [d1, d2] = [unit(sub(b, a)), unit(sub(c, b))];
	const [n1, n2]: [Point, Point] = [
		[d1[1], -d1[0]],
		[d2[1], -d2[0]]
	];
	const mid = unit(add(n1, n2));
	const cos = Math.max(0.55, mid[0] * n1[0] + mid[1] * n1[1]);
	const turn = d1[0] * d2[1] - d1[1] * d2[0];
	const k = Math.min(9, length(sub(b, a)) * 0.4);
	const wb = widths[1];
	const side = (s: number): Side => ({
		o: add(b, mid, (s * wb) / cos),
		i: add(add(b, n1, s * wb), d1, -k),
		j: add(add(b, n2, s * wb), d2, k),
		outer: turn * s > 0
	});
	return { d1, d2, n1, n2, turn, side };
}

/**
 * The outline of a limb. Its root is left open and grows out of the body: with `up`, the direction away from the
 * body, it begins with a rounded shoulder on the outer side and stops short on the inner one; `end` rounds the tip.
 */
export function limb(bones: Limb, { up, end = 0 }: { up?: Point; end?: number } = {}): string {
	const { root: a, tip: c, widths } = bones;
	const [wa, , wc] = widths;
	const { d1, d2, n1, n2, turn, side } = frame(bones);
	const bend = (at: Side, x: 'i' | 'j', y: 'i' | 'j') => {
		if (Math.abs(turn) < 0.12) return `L${show(at.o)}`;
		return at.outer ? `L${show(at[x])}Q${show(at.o)} ${show(at[y])}` : `L${show(at.o)}`;
	};
	const s = up && n1[0] * up[0] + n1[1] * up[1] < 0 ? -1 : 1;
	let start = `M${show(add(a, n1, s * wa))}`;
	let stop = add(a, n1, -s * wa);
	if (up) {
		const g = add(add(a, d1, -wa * 0.66), n1, s * wa * 0.5);
		const h = add(add(a, d1, -wa * 0.5), n1, s * wa * 0.94);
		start = `M${show(g)}Q${show(h)} ${show(add(add(a, d1, 2), n1, s * wa))}`;
		stop = add(add(a, d1, (9 * wa) / 7), n1, -s * wa);
	}
	const inner = show(add(c, n2, -s * wc));
	const tip = end ? `Q${show(add(c, d2, end))} ${inner}` : `L${inner}`;
	const out = `${start}${bend(side(s), 'i', 'j')}L${show(add(c, n2, s * wc))}`;
	return `${out}${tip}${bend(side(-s), 'j', 'i')}L${show(stop)}`;
}

export interface Reach {
	elbow: Point;
	hand: Point;
	/** by how much the hand misses its target */
	short: number;
}

/** The elbow between a shoulder and a target; bend 1 or −1 picks its side. */
export function reach(
	shoulder: Point,
	target: Point,
	{ upper, fore, bend }: { upper: number; fore: number; bend: number }
): Reach {
	let d = sub(target, shoulder);
	let l = length(d);
	let hand = target;
	let short = 0;
	const most = upper + fore - 0.5;
	const pull = (to: number) => {
		const u = unit(d);
		l = to;
		d = [u[0] * l, u[1] * l];
		hand = add(shoulder, d);
	};
	if (l > most) {
		short = l - most;
		pull(most);
	}
	if (l < 10) pull(10);
	const x = (upper * upper - fore * fore + l * l) / (2 * l);
	const h = Math.sqrt(Math.max(0, upper * upper - x * x));
	const u = unit(d);
	const elbow: Point = [
		shoulder[0] + u[0] * x - u[1] * h * bend,
		shoulder[1] + u[1] * x + u[0] * h * bend
	];
	return { elbow, hand, short };
}
