// A scene (JSON) → one small standalone SVG, the same on every machine.
import type { InHand } from './arms.ts';
import { digits } from './digits.ts';
import type { FigureSpec, Hand, Target, Wardrobe } from './figure-spec.ts';
import { pick } from './figure-spec.ts';
import { figure } from './figure.ts';
import { apply, chain, IDENTITY, move, scale, turn } from './geometry.ts';
import type { Point } from './geometry.ts';
import type { Part, PartBox } from './parts.ts';
import { GRID, INK, place, render } from './shape.ts';
import type { Shape } from './shape.ts';

export const WIDTH = 328;
export const HEIGHT = 220;

interface PartItem {
	part: string;
	id?: string;
	at?: Target;
	/** anchor of the part that lies at `at` */
	by?: string;
	s?: number;
	rot?: number;
	flip?: boolean;
	c?: Record<string, string>;
	hide?: string[];
	sw?: number;
	mark?: boolean;
}

interface FigureItem extends Omit<FigureSpec, 'at'> {
	id?: string;
	at: Target;
	act?: string;
	inner?: Item[];
	mark?: boolean;
}

interface NumberItem {
	num: string;
	at: Target;
	h?: number;
	sw?: number;
	stroke?: string;
	mark?: boolean;
}

interface PathItem {
	d: string;
	fill?: string;
	stroke?: string;
	sw?: number;
	mark?: boolean;
}

export type Item = PartItem | FigureItem | NumberItem | PathItem;

export interface Scene {
	id: string;
	lesson?: string;
	title: { es: string; ay?: string };
	desc?: { es: string; ay?: string };
	bg?: string;
	bgc?: Record<string, string>;
	bghide?: string[];
	/** a question's picture shows its ✓ and ✗ only after the answer */
	kind?: 'quiz';
	items: Item[];
	/** how well it is understood: A at once, B with the voice, C a learnt symbol; what was seen, what is weak */
	grade?: string;
	seen?: string;
	weak?: string;
}

/** A pose with hands placed relative to the person: x forward, y up is negative. */
export interface Action extends Partial<Omit<FigureSpec, 'at' | 'near' | 'far'>> {
	near?: Point;
	far?: Point;
}

export interface Studio {
	parts: PartBox;
	wardrobe: Wardrobe;
	actions: Record<string, Action>;
}

/** ✓ and ✗ would give the answer away. */
const isMark = (item: Item): boolean =>
	item.mark === true || ('part' in item && (item.part === 'sign-yes' || item.part === 'sign-no'));

export const hasMarks = (scene: Scene): boolean =>
	scene.kind === 'quiz' && scene.items.some(isMark);

const ANCHOR = /^@([\w-]+)\.([\w-]+)([+-][\d.]+)?(?:,([+-]?[\d.]+))?$/;

/** The drawing of one scene; anchors become known as things are drawn. */
class Composition {
	readonly #scene: Scene;
	readonly #studio: Studio;
	readonly #anchors = new Map<string, Record<string, Point>>();
	readonly warnings: string[] = [];

	constructor(scene: Scene, studio: Studio) {
		this.#scene = scene;
		this.#studio = studio;
		// anchors of parts first, so that a person may reach for something drawn later
		for (const item of scene.items) {
			if ('part' in item && item.id && !String(item.at).startsWith('@')) this.#note(item);
		}
	}

	readonly #resolve = (target: Target): Point => {
		if (typeof target !== 'string') return target;
		const [, id = '', name = '', dx = 0, dy = 0] = ANCHOR.exec(target) ?? [];
		const anchor = this.#anchors.get(id)?.[name];
		if (!anchor) throw new Error(`${this.#scene.id}: unknown anchor ${target}`);
		return [anchor[0] + Number(dx), anchor[1] + Number(dy)];
	};

	#fit(item: PartItem): { part: Part; m: ReturnType<typeof chain> } {
		const part = this.#studio.parts.part(item.part);
		const [x, y] = part.anchors[item.by ?? 'o'] ?? [0, 0];
		const s = item.s ?? 1;
		const at = this.#resolve(item.at ?? [0, 0]);
		const m = chain(move(...at), turn(item.rot ?? 0), scale(item.flip ? -s : s, s), move(-x, -y));
		return { part, m };
	}

	#note(item: PartItem): void {
		if (!item.id) return;
		const { part, m } = this.#fit(item);
		const placed = Object.entries(part.anchors).map(([name, at]): [string, Point] => {
			return [name, apply(m, at)];
		});
		this.#anchors.set(item.id, Object.fromEntries(placed));
	}

	#part(item: PartItem): Shape[] {
		const { part, m } = this.#fit(item);
		this.#note(item);
		const shapes = this.#studio.parts.shapes(part, {
			...(item.c ? { colours: item.c } : {}),
			...(item.hide ? { hide: item.hide } : {})
		});
		const thick = item.sw ?? 1;
		return place(shapes, m).map((one) => ({ ...one, sw: one.sw * thick }));
	}

	/** What the person does, as places of the picture. */
	#act({ inner: _inner, id: _id, mark: _mark, act, ...item }: FigureItem): FigureSpec {
		const at = this.#resolve(item.at);
		if (!act) return { ...item, at };
		const action = pick(this.#studio.actions, act, 'action');
		const s = item.s ?? 1;
		const put = (v: Point | undefined): Point | undefined =>
			v && [at[0] + (item.flip ? -s : s) * v[0], at[1] + s * v[1]];
		const [near, far] = [item.near ?? put(action.near), item.far ?? put(action.far)];
		const { near: _near, far: _far, ...pose } = action;
		return {
			...pose,
			...item,
			at,
			...(near ? { near } : {}),
			...(far ? { far } : {}),
			hands: { ...action.hands, ...item.hands }
		};
	}

	#inHand(spec: FigureSpec): { [H in Hand]?: InHand } {
		const held = Object.entries(spec.hold ?? {}).map(([hand, what]) => {
			const part = this.#studio.parts.part(what.part);
			const [x, y] = part.anchors[what.by ?? 'grip'] ?? part.anchors['o'] ?? [0, 0];
			const shapes = this.#studio.parts.shapes(part, what.c ? { colours: what.c } : {});
			const inHand = { shapes: place(shapes, move(-x, -y)), rot: what.rot ?? 0, s: what.s || 1 };
			return [hand, inHand] as const;
		});
		return Object.fromEntries(held);
	}

	#figure(item: FigureItem): Shape[] {
		const spec = this.#act(item);
		const drawn = figure(spec, {
			wardrobe: this.#studio.wardrobe,
			resolve: this.#resolve,
			inHand: this.#inHand(spec),
			inner: (item.inner ?? []).flatMap((inner) => this.#draw(inner))
		});
		if (item.id) this.#anchors.set(item.id, drawn.anchors);
		this.warnings.push(...drawn.warnings.map((text) => `${item.id ?? item.fig}: ${text}`));
		return drawn.shapes;
	}

	#path({ d, fill, stroke, sw }: PathItem): Shape[] {
		const { parts } = this.#studio;
		const bare = stroke === 'none' || (fill && !stroke && !sw);
		return [
			{
				d,
				fill: fill ? parts.colour(fill) : 'none',
				stroke: bare ? 'none' : stroke ? parts.colour(stroke) : INK,
				sw: sw ?? 3,
				fixed: true
			}
		];
	}

	#draw(item: Item): Shape[] {
		if ('part' in item) return this.#part(item);
		if ('fig' in item) return this.#figure(item);
		if ('d' in item) return this.#path(item);
		const stroke = item.stroke ? this.#studio.parts.colour(item.stroke) : INK;
		const style = { height: item.h ?? 20, sw: item.sw ?? 3, stroke };
		return digits(item.num, this.#resolve(item.at), style);
	}

	#background(): Shape[] {
		const { bg, bgc, bghide } = this.#scene;
		if (!bg) return [];
		const { parts } = this.#studio;
		const shapes = parts.shapes(parts.part(`bg/${bg}`), {
			...(bgc ? { colours: bgc } : {}),
			...(bghide ? { hide: bghide } : {})
		});
		return place(shapes, IDENTITY).map((one) => ({ ...one, fixed: true }));
	}

	shapes(marks: boolean): Shape[] {
		const items = this.#scene.items.filter((item) => marks || !isMark(item));
		const drawn = [...this.#background(), ...items.flatMap((item) => this.#draw(item))];
		return drawn.filter(({ d }) => d);
	}
}

/** Pale greys for cheap printing: the outlines carry the picture and toner is saved. */
function grey(colour: string): string {
	const [, r = '', g = '', b = ''] = /^#(..)(..)(..)$/i.exec(colour) ?? [];
	if (!r) return colour;
	const [red, green, blue] = [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)];
	const light = 0.3 * red + 0.59 * green + 0.11 * blue;
	const v = Math.round(light < 50 ? light : 255 - (255 - light) * 0.42);
	return `#${v.toString(16).padStart(2, '0').repeat(3)}`;
}

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface Composed {
	svg: string;
	warnings: string[];
}

export function compose(
	scene: Scene,
	studio: Studio,
	{ marks = scene.kind !== 'quiz', print = false } = {}
): Composed {
	const composition = new Composition(scene, studio);
	const shapes = composition.shapes(marks);
	const seen = print
		? shapes.map((one) => ({
				...one,
				fill: grey(one.fill),
				stroke: one.stroke === INK ? INK : grey(one.stroke)
			}))
		: shapes;
	// the picture of a question is named by what is seen, not by the judgement in its title
	const plain = scene.kind === 'quiz' && !marks;
	const named = (plain ? scene.desc : scene.title) ?? { es: '' };
	const titles = (['es', 'ay'] as const).flatMap((language) => {
		const text = named[language];
		return text ? [`<title lang="${language}">${escape(text)}</title>`] : [];
	});
	const desc = scene.desc?.es && !plain ? `<desc lang="es">${escape(scene.desc.es)}</desc>` : '';
	const box = `width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH * GRID} ${HEIGHT * GRID}"`;
	const pen = `fill="none" stroke="${INK}" stroke-width="${3 * GRID}" stroke-linecap="round" stroke-linejoin="round"`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box} role="img">${titles.join('')}${desc}<g ${pen}>${render(seen)}</g></svg>\n`;
	return { svg, warnings: composition.warnings };
}
