// Reads the lessons aloud in Spanish, once per changed line, with the tools of scripts/narrate/README.md.
//   npm run narrate                 renders what has no clip yet into content/voice/es
//   npm run narrate -- LESSON …     only the lines of these lessons are new; clips of others are kept
//   npm run narrate -- --check      says which listed lessons lack clips, and which clips nobody says any more
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBase } from './content/base.ts';
import { isListed, readCourses } from './content/read.ts';
import type { Message } from './content/read.ts';
import { linesOf } from '../src/lib/domain/course/lines.ts';
import { spokenMessages } from './content/spoken.ts';
import { textKey, VoiceShelf } from './content/voice.ts';

const home = join('content', 'voice', 'es');
const messages: Message[] = [];
readBase('content', messages);
const lessons = readCourses('content', messages).flatMap((course) =>
	course.lessons.filter((lesson) => isListed(course, lesson))
);
const spoken = spokenMessages(join('content', 'voice', 'spoken.json'), messages);
const screens = [...new Set([...spoken.values()].map(({ es }) => es))];
const shelf = new VoiceShelf(home, messages);
const args = process.argv.slice(2);
const wanted = new Set(args.filter((arg) => !arg.startsWith('--')));

/** Lines to be heard: all of them, or those that have a clip and those of the wanted lessons. */
function lines(): string[] {
	const texts = lessons.flatMap(({ draft }) =>
		linesOf(draft, 'es')
			.filter(({ text }) => !wanted.size || wanted.has(draft.id) || shelf.find(text))
			.map(({ text }) => text)
	);
	const besides = screens.filter((text) => !wanted.size || shelf.find(text));
	return [...new Set([...texts, ...besides])];
}

function check(): number {
	const said = new Set<string>();
	let silent = 0;
	for (const { draft } of lessons) {
		const own = [...new Set(linesOf(draft, 'es').map(({ text }) => text))];
		own.forEach((text) => said.add(textKey(text)));
		const without = own.filter((text) => !shelf.find(text)).length;
		silent += without;
		if (without) console.log(`${draft.id}: ${without} of ${own.length} lines have no clip`);
	}
	for (const text of screens) said.add(textKey(text));
	const mute = screens.filter((text) => !shelf.find(text)).length;
	if (mute) console.log(`screens and results: ${mute} of ${screens.length} sentences have no clip`);
	const idle = [...shelf.entries.keys()].filter((key) => !said.has(key)).length;
	const known = new Set([...shelf.entries.values()].map(({ file }) => file));
	const files = shelf.entries.size ? readdirSync(home) : [];
	const stray = files.filter((file) => file.endsWith('.opus') && !known.has(file));
	for (const { file, text } of messages) console.error(`${file}: ${text}`);
	if (stray.length) console.error(`${stray.length} files that the manifest does not name`);
	console.log(`${shelf.entries.size} clips, ${silent} lines silent, ${idle} clips idle`);
	return messages.length || stray.length ? 1 : 0;
}

if (args.includes('--check')) process.exit(check());
const list = join('.cache', 'narrate', 'lines.json');
mkdirSync(join('.cache', 'narrate'), { recursive: true });
writeFileSync(list, JSON.stringify(lines().map((text) => ({ id: textKey(text), text }))));
const python = process.env['NARRATE_PYTHON'] ?? 'python3';
const script = join('scripts', 'narrate', 'narrate.py');
const { status } = spawnSync(python, [script, list, home], { stdio: 'inherit' });
process.exit(status ?? 1);
