// Compiles content/ into the course index and the files of static/library/.  npm run content
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CourseEntry } from '../src/lib/library/courses.ts';
import { compileLesson } from './content/compile.ts';
import { Publisher, writeIfNew } from './content/publish.ts';
import { readCourses } from './content/read.ts';
import type { CourseFolder, Message } from './content/read.ts';
import { openKit } from './pictures/kit.ts';

const began = Date.now();
const messages: Message[] = [];
const courses = readCourses('content', messages);
const sources: Record<string, string> = parse(readFileSync('content/sources.yaml', 'utf8'));
const kit = openKit('content/pictures');
const publisher = new Publisher(join('static', 'library'), '/library');

function picture(slug: string, alt: string) {
	const [plain, marked] = kit.draw(slug);
	const src = publisher.put('pictures', `${slug}.svg`, plain);
	return marked === undefined
		? { src, alt }
		: { src, marked: publisher.put('pictures', `${slug}-marked.svg`, marked), alt };
}

function entry({ draft, lessons }: CourseFolder): CourseEntry {
	const entries = lessons.map((file) => {
		const lesson = compileLesson(file, { course: draft, sources, picture });
		const first = lesson.blocks.find((block) => block.kind === 'text')?.picture;
		const { id, n, title, minutes, rev, review } = lesson;
		const address = publisher.put('lessons', `${id}.json`, JSON.stringify(lesson));
		const cover = (first && lesson.pictures[first]?.src) ?? '';
		return { id, n, title, minutes, rev, review, picture: cover, address };
	});
	const { id, n, title } = draft;
	return { id, n, title, picture: entries[0]?.picture ?? '', lessons: entries };
}

for (const { file, code, text } of messages) console.error(`${file}: ${code}: ${text}`);
if (messages.length) process.exit(1);

const entries = courses.map(entry);
publisher.sweep();
writeIfNew(
	join('src', 'lib', 'library', 'generated', 'index.ts'),
	`import type { CourseEntry } from '../courses.ts';\n\nexport const courses: CourseEntry[] = ${JSON.stringify(entries, null, '\t')};\n`
);
const count = entries.reduce((sum, { lessons }) => sum + lessons.length, 0);
console.log(`${entries.length} courses, ${count} lessons compiled in ${Date.now() - began} ms`);
