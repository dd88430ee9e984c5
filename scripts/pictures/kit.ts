// The drawing kit in content/pictures: parts, looks, actions and scenes → drawings by name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FigureTables, Look } from './figure-spec.ts';
import { PartBox } from './parts.ts';
import { compose, hasMarks } from './scene.ts';
import type { Action, Composed, Scene, Studio } from './scene.ts';

export interface Kit {
	names: ReadonlySet<string>;
	scene: (name: string) => Scene;
	/** a name → its drawing and, for a question, the twin with ✓ and ✗ */
	draw: (name: string) => [plain: string, marked: string | undefined];
	compose: (scene: Scene, how?: { marks?: boolean; print?: boolean }) => Composed;
}

function readJson<T>(home: string, name: string): T {
	return JSON.parse(readFileSync(join(home, name), 'utf8'));
}

/** scenes/COURSE/NAME.json; a name is used once in the whole kit. */
function sceneFiles(home: string): Map<string, string> {
	const files = new Map<string, string>();
	for (const course of readdirSync(join(home, 'scenes')).sort()) {
		for (const file of readdirSync(join(home, 'scenes', course)).sort()) {
			if (!file.endsWith('.json')) continue;
			const name = file.slice(0, -'.json'.length);
			if (files.has(name)) throw new Error(`two scenes are called ${name}`);
			files.set(name, join('scenes', course, file));
		}
	}
	return files;
}

export function openKit(home: string): Kit {
	if (!existsSync(join(home, 'scenes'))) throw new Error(`no scenes in ${home}`);
	const palette: Record<string, string> = readJson(home, 'palette.json');
	const looks: Record<string, Look> = readJson(home, join('parts', 'looks.json'));
	const actions: Record<string, Action> = readJson(home, join('parts', 'actions.json'));
	const tables: FigureTables = readJson(home, 'figure.json');
	const parts = new PartBox(join(home, 'parts'), palette);
	const studio: Studio = { parts, wardrobe: { tables, looks, palette }, actions };
	const files = sceneFiles(home);
	const scene = (name: string): Scene => {
		const file = files.get(name);
		if (!file) throw new Error(`no scene ${name}`);
		return { ...readJson<Omit<Scene, 'id'>>(home, file), id: name };
	};
	return {
		names: new Set([...files.keys()].sort()),
		scene,
		draw(name) {
			const one = scene(name);
			const marked = hasMarks(one) ? compose(one, studio, { marks: true }).svg : undefined;
			return [compose(one, studio).svg, marked];
		},
		compose: (one, how) => compose(one, studio, how)
	};
}
