// The drawing kit as the content build uses it: a name → its drawing and, for a question, the marked twin.
import { compose, hasMarks, loadScene, sceneNames } from '../../content/pictures/kit/compose.mjs';

export interface Kit {
	names: ReadonlySet<string>;
	draw: (name: string) => [plain: string, marked: string | undefined];
}

export function openKit(_home: string): Kit {
	return {
		names: new Set<string>(sceneNames()),
		draw(name) {
			const scene = loadScene(name);
			const marked = hasMarks(scene) ? compose(scene, { marks: true }).svg : undefined;
			return [compose(scene).svg, marked];
		}
	};
}
