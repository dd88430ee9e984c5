import { describe, expect, it } from 'vitest';
import { openKit } from './kit.ts';
import { writePath } from './path-writer.ts';
import { parsePath, transformPath } from './path.ts';
import { move, scale } from './geometry.ts';
import { render, shape } from './shape.ts';
import type { Scene } from './scene.ts';

const kit = openKit('content/pictures');
const scene = (items: Scene['items'], more: Partial<Scene> = {}): Scene => {
	return { id: 'test', title: { es: 'Una vaca' }, desc: { es: 'Vaca de lado.' }, items, ...more };
};

describe('paths', () => {
	it('become short and relative, on whole numbers', () => {
		expect(writePath(parsePath('M10,10L20,10 20,30z'))).toBe('M10 10h10v20z');
		expect(writePath(parsePath('M0,0C1.4,2.6 3,4 5,6'))).toBe('M0 0c1 3 3 4 5 6');
	});

	it('resolve short forms and relative commands', () => {
		expect(parsePath('m1,2h3v4t2,2')).toEqual([
			{ c: 'M', to: [1, 2] },
			{ c: 'L', to: [4, 2] },
			{ c: 'L', to: [4, 6] },
			{ c: 'Q', via: [[4, 6]], to: [6, 8] }
		]);
	});

	it('keep dots: a line of no length', () => {
		expect(writePath(parsePath('M3,3v.1'))).toBe('M3 3h0');
	});

	it('mirror arcs when they are flipped', () => {
		const [, arc] = transformPath(parsePath('M0,0A5 5 0 0 1 10,0'), scale(-1, 1));
		expect(arc).toMatchObject({ sweep: 0, to: [-10, 0] });
		expect(transformPath(parsePath('M1,1'), move(2, 3))).toEqual([{ c: 'M', to: [3, 4] }]);
	});

	it('are refused with an unknown command', () => {
		expect(() => parsePath('M0,0X1')).toThrow('bad path command X');
	});
});

it('neighbouring strokes of one kind are one path', () => {
	const [one, other] = [shape('M0,0L4,0'), shape('M0,2L4,2')];
	expect(render([one, other])).toBe('<path d="M0 0h8M0 4h8"/>');
});

describe('a scene', () => {
	it('is the same each time and names what is seen', () => {
		const cow = scene([{ part: 'cow', at: [160, 200], s: 1.2 }]);
		const { svg } = kit.compose(cow);
		expect(svg).toBe(kit.compose(cow).svg);
		expect(svg).toContain('<title lang="es">Una vaca</title>');
		expect(svg).toContain('role="img"');
	});

	it('shows ✓ and ✗ of a question only in the marked twin, and names the question neutrally', () => {
		const quiz = scene(
			[
				{ part: 'cow', at: [160, 200] },
				{ part: 'sign-no', at: [280, 60] }
			],
			{ kind: 'quiz' }
		);
		const [plain, marked] = [kit.compose(quiz).svg, kit.compose(quiz, { marks: true }).svg];
		expect(plain.length).toBeLessThan(marked.length);
		expect(plain).toContain('<title lang="es">Vaca de lado.</title>');
	});

	it('lets a hand reach for an anchor of a thing, and says when it cannot', () => {
		const milk = (x: number) =>
			scene([
				{ part: 'cow', id: 'v', at: [196, 196], s: 1.5 },
				{ fig: 'elena', at: [x, 212], s: 1.1, pose: 'stool', far: '@v.teat1' }
			]);
		expect(kit.compose(milk(20)).warnings[0]).toMatch(/^elena: far hand \d+ px short$/);
	});

	it('refuses an anchor, a part, a look and an action that do not exist', () => {
		const draw = (items: Scene['items']) => () => kit.compose(scene(items));
		expect(draw([{ fig: 'rosa', at: [9, 9], near: '@x.y' }])).toThrow('unknown anchor @x.y');
		expect(draw([{ part: 'unicorn' }])).toThrow('no part unicorn');
		expect(draw([{ fig: 'nobody', at: [9, 9] }])).toThrow('no look nobody');
		expect(draw([{ fig: 'rosa', at: [9, 9], act: 'fly' }])).toThrow('no action fly');
	});

	it('is pale in print, with its ink kept', () => {
		const svg = kit.compose(scene([{ d: 'M0,0h9v9z', fill: '#B0186B' }]), { print: true }).svg;
		expect(svg).toContain('#16211F');
		expect(svg).not.toContain('#B0186B');
	});
});
