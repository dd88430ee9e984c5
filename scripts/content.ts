// Compiles content/ into the course index and the files of static/library/, if the gate lets it.
//   npm run content                         gate and compile everything
//   npm run content -- --only FILE …        what the gate and the report say about these lessons, nothing written
//   npm run content -- --report             one line per lesson, all details in .cache/content-report.md
//   npm run content -- --take BUNDLE …      recordings from the phone into content/voice, nothing compiled
//   npm run content -- --release            remember what is listed now as released
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { linesOf } from '../src/lib/domain/course/lines.ts';
import { fingerprint } from './content/base.ts';
import { Build } from './content/build.ts';
import { isListed } from './content/read.ts';
import type { Message } from './content/read.ts';
import { details, summary, total } from './content/report.ts';
import { keepBundle, openBundle } from './content/take.ts';
import { textKey, VoiceShelf } from './content/voice.ts';
import {
	judgeLesson,
	judgeNames,
	knownWords,
	openWorkshop,
	reportLesson
} from './content/workshop.ts';
import type { Workshop } from './content/workshop.ts';

const told = ({ file, code, text }: Message) => `${file}: ${code}: ${text}`;

function finish(messages: Message[], done: string): never {
	for (const message of messages) console.error(told(message));
	if (messages.length) console.error(`${messages.length} things to put right`);
	else console.log(done);
	process.exit(messages.length ? 1 : 0);
}

function only(shop: Workshop, files: string[]): never {
	const names = new Set(files.map((file) => basename(file)));
	const known = knownWords(shop.base);
	const messages = shop.messages.filter(({ file }) => names.has(basename(file)));
	for (const course of shop.courses) {
		for (const lesson of course.lessons) {
			if (!names.has(basename(lesson.file))) continue;
			messages.push(...judgeLesson(shop, course, lesson));
			console.log(details(reportLesson(shop, lesson, known)));
			if (!isListed(course, lesson)) console.log('Not in course.yaml yet: it is not published.');
		}
	}
	finish(messages, 'the gate lets it pass');
}

function report(shop: Workshop): void {
	const known = knownWords(shop.base);
	const reports = shop.courses
		.flatMap(({ lessons }) => lessons)
		.map((lesson) => reportLesson(shop, lesson, known));
	mkdirSync('.cache', { recursive: true });
	writeFileSync(join('.cache', 'content-report.md'), reports.map(details).join('\n'));
	for (const one of reports) console.log(summary(one));
	const said = [...shop.spoken.values()].filter(({ es }) => shop.voices.es.find(es)).length;
	console.log(total(reports, { said, of: shop.spoken.size }));
}

function release({ courses, base }: Workshop): void {
	for (const course of courses) {
		for (const { draft } of course.lessons.filter((lesson) => isListed(course, lesson))) {
			const { rev, blocks } = draft;
			const ids = blocks.map(({ id }) => id);
			base.released[draft.id] = { rev, blocks: ids, fingerprint: fingerprint(draft) };
		}
	}
	const text = JSON.stringify(base.released, null, '\t');
	writeFileSync(join('content', 'released.json'), `${text}\n`);
}

function take(shop: Workshop, bundles: string[]): never {
	const listed = shop.courses.flatMap((course) =>
		course.lessons.filter((lesson) => isListed(course, lesson)).map(({ draft }) => draft)
	);
	const saying = (language: 'es' | 'ay') =>
		new Set(
			[
				...listed.flatMap((draft) => linesOf(draft, language).map(({ text }) => text)),
				...[...shop.spoken.values()].map((text) => text[language])
			].map(textKey)
		);
	const said = { es: saying('es'), ay: saying('ay') };
	let clips = 0;
	for (const bundle of bundles) {
		const taken = openBundle(bundle, said, shop.messages);
		if (!taken || shop.messages.length) break;
		const shelf = new VoiceShelf(join('content', 'voice', taken.language), shop.messages);
		keepBundle('content', shelf.entries, taken);
		clips += taken.entries.size;
	}
	finish(shop.messages, `${clips} recordings taken in; listen to them, then commit them`);
}

const began = Date.now();
const args = process.argv.slice(2);
const shop = openWorkshop('content');
const files = args.filter((arg) => !arg.startsWith('--'));
if (args.includes('--only')) only(shop, files);
if (args.includes('--take')) take(shop, files);

judgeNames(shop);
for (const course of shop.courses) {
	for (const lesson of course.lessons) shop.messages.push(...judgeLesson(shop, course, lesson));
}
if (shop.messages.length) finish(shop.messages, '');
const entries = new Build(shop).run();
if (args.includes('--report')) report(shop);
if (args.includes('--release')) release(shop);
const lessons = entries.reduce((sum, course) => sum + course.lessons.length, 0);
finish(
	shop.messages,
	`${entries.length} courses, ${lessons} lessons compiled in ${Date.now() - began} ms`
);
