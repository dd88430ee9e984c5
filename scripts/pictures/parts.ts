// Parts: small SVG files with paint that may vary, var(--name,#default), and anchors in data-anchors.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Point } from './geometry.ts';
import { ellipse, INK, rectangle } from './shape.ts';
import type { Shape } from './shape.ts';

export interface Part {
	anchors: Record<string, Point>;
	shapes: Shape[];
}

const attributesOf = (tag: string): Map<string, string> =>
	new Map(
		[...tag.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? ''])
	);

const pointOf = (text: string): Point => {
	const [x = 0, y = 0] = text.split(',').map(Number);
	return [x, y];
};

function outline(tag: string, attributes: Map<string, string>): string {
	const n = (name: string) => Number(attributes.get(name) ?? 0);
	switch (tag) {
		case 'circle':
			return ellipse(n('cx'), n('cy'), n('r'));
		case 'ellipse':
			return ellipse(n('cx'), n('cy'), n('rx'), n('ry'));
		case 'rect':
			return rectangle(n('x'), n('y'), { w: n('width'), h: n('height'), r: n('rx') });
		default:
			return attributes.get('d') ?? '';
	}
}

function shapeOf(tag: string, attributes: Map<string, string>): Shape {
	const layer = attributes.get('data-layer');
	return {
		d: outline(tag, attributes),
		fill: attributes.get('fill') || 'none',
		stroke: attributes.get('stroke') || INK,
		sw: Number(attributes.get('stroke-width') || 3),
		...(layer ? { layer } : {})
	};
}

function parsePart(source: string): Part {
	const svg = source.replace(/<!--[\s\S]*?-->/g, '');
	const root = attributesOf(/<svg\b([^>]*)>/.exec(svg)?.[1] ?? '');
	const [, , w = 0, h = 0] = (root.get('viewBox') ?? '').split(/[ ,]+/).map(Number);
	const named = (root.get('data-anchors') ?? '').trim().split(/\s+/).filter(Boolean);
	const anchors = named.map((anchor): [string, Point] => {
		const [name = '', at = ''] = anchor.split(':');
		return [name, pointOf(at)];
	});
	const tags = [...svg.matchAll(/<(path|circle|ellipse|rect)\b([^>]*?)\/?>/g)];
	return {
		anchors: { o: [w / 2, h], ...Object.fromEntries(anchors) },
		shapes: tags.map(([, tag = '', rest = '']) => shapeOf(tag, attributesOf(rest)))
	};
}

export class PartBox {
	readonly #home: string;
	readonly #palette: Record<string, string>;
	readonly #read = new Map<string, Part>();

	constructor(home: string, palette: Record<string, string>) {
		this.#home = home;
		this.#palette = palette;
	}

	part(name: string): Part {
		const known = this.#read.get(name);
		if (known) return known;
		const file = join(this.#home, `${name}.svg`);
		if (!existsSync(file)) throw new Error(`no part ${name}`);
		const part = parsePart(readFileSync(file, 'utf8'));
		this.#read.set(name, part);
		return part;
	}

	/** A colour by name or as #hex; "none" and "off" stay. */
	colour(name: string): string {
		return this.#palette[name] ?? name;
	}

	#paint(value: string, colours: Record<string, string> | undefined): string {
		const [, name, fallback] = /^var\(--([\w-]+),\s*([^)]+)\)$/.exec(value) ?? [];
		if (name === undefined || fallback === undefined) return value;
		const wanted = colours?.[name];
		return wanted ? this.colour(wanted) : fallback;
	}

	/** The shapes of a part in these colours, without its hidden layers and what is painted "off". */
	shapes(
		part: Part,
		{ colours, hide }: { colours?: Record<string, string>; hide?: string[] } = {}
	): Shape[] {
		return part.shapes
			.filter(({ layer }) => !(layer && hide?.includes(layer)))
			.map((one) => ({
				...one,
				fill: this.#paint(one.fill, colours),
				stroke: this.#paint(one.stroke, colours)
			}))
			.filter(({ fill, stroke }) => fill !== 'off' && stroke !== 'off');
	}
}
