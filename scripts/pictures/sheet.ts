// A page of all pictures with their names, to look at them side by side.
import type { Kit } from './kit.ts';
import { HEIGHT, WIDTH } from './scene.ts';

export interface PictureUse {
	name: string;
	/** lessons that show it */
	lessons: string[];
}

const escape = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function cell(kit: Kit, { name, lessons }: PictureUse): string {
	const { title, grade, seen, weak } = kit.scene(name);
	const words = [title.es, seen && `seen: ${seen}`, weak && `weak: ${weak}`, lessons.join(', ')];
	const lines = words.filter(Boolean).map((text) => `<p>${escape(text ?? '')}</p>`);
	const image = `<img src="${name}.svg" width="${WIDTH}" height="${HEIGHT}" alt="">`;
	return `<figure>${image}<figcaption><b>${name}</b> ${grade ?? ''}${lines.join('')}</figcaption></figure>`;
}

export function sheet(kit: Kit, uses: PictureUse[]): string {
	const style =
		'body{display:flex;flex-wrap:wrap;gap:12px;font:12px sans-serif}figure{width:328px;margin:0}p{margin:2px 0}';
	const cells = uses.map((use) => cell(kit, use)).join('\n');
	return `<!doctype html><meta charset="utf-8"><title>Pictures</title><style>${style}</style>${cells}\n`;
}

const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** name, title, text alternative, lessons, grade, what was seen */
export function list(kit: Kit, uses: PictureUse[]): string {
	const rows = uses.map(({ name, lessons }) => {
		const { title, desc, grade = '', seen = '' } = kit.scene(name);
		return [name, title.es, desc?.es ?? '', lessons.join(' '), grade, seen].map(quote).join(',');
	});
	return ['name,title,description,lessons,grade,seen', ...rows, ''].join('\n');
}
