// Listed lessons → static/library/ and the course index of the app.
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { judgeSize } from '../../src/lib/domain/course/gate/gate.ts';

import type { Language, Picture } from '../../src/lib/domain/course/lesson.ts';
import { weightOf, type Pack, type PackFile } from '../../src/lib/domain/course/pack.ts';
import type { CourseEntry, LessonEntry, PackEntry } from '../../src/lib/library/courses.ts';
import { compileLesson } from './compile.ts';
import { glossaryOf } from './glossary.ts';
import { originOf } from './origin.ts';
import { Publisher, writeIfNew } from './publish.ts';
import { isListed } from './read.ts';
import { publishScreens } from './screens.ts';
import type { CourseFolder, LessonFile } from './read.ts';
import { voiceOf } from './voice.ts';
import type { Workshop } from './workshop.ts';

/** A compiled lesson with the addresses that it cannot do without, and those of its clips. */
interface Bound {
	entry: LessonEntry;
	needs: string[];
	clips: Record<Language, string[]>;
}

const IMPORTS: Record<string, string> = {
	'index.ts': "import type { CourseEntry } from '../courses.ts';\n",
	'screens.ts': [
		"import type { Language } from '#lib/domain/course/lesson.ts';",
		"import type { ScreensEntry } from '../screens.ts';\n"
	].join('\n')
};

export class Build {
	readonly #shop: Workshop;
	readonly #publisher = new Publisher(join('static', 'library'), '/library');
	readonly #pictures = new Map<string, Omit<Picture, 'alt'>>();
	readonly #sizes = {
		lesson: new Map<string, number>(),
		picture: new Map<string, number>(),
		voice: new Map<string, number>(),
		light: new Map<string, number>(),
		pack: new Map<string, number>()
	};

	constructor(shop: Workshop) {
		this.#shop = shop;
	}

	#picture(slug: string, alt: string): Picture {
		const known = this.#pictures.get(slug);
		if (known) return { ...known, alt };
		const [plain, marked] = this.#shop.kit.draw(slug);
		this.#sizes.picture.set(slug, Math.max(plain.length, marked?.length ?? 0));
		const src = this.#publisher.put('pictures', `${slug}.svg`, plain);
		const addresses =
			marked === undefined
				? { src }
				: { src, marked: this.#publisher.put('pictures', `${slug}-marked.svg`, marked) };
		this.#pictures.set(slug, addresses);
		return { ...addresses, alt };
	}

	#lesson(course: CourseFolder, file: LessonFile): Bound {
		const { base } = this.#shop;
		const picture = (slug: string, alt: string) => this.#picture(slug, alt);
		const lesson = compileLesson(file, { course: course.draft, base, picture });
		const { id, n, title, minutes, rev, review, blocks, pictures, practice } = lesson;
		const first = blocks.find((block) => block.kind === 'text')?.picture;
		const text = JSON.stringify(lesson);
		this.#sizes.lesson.set(file.file, brotliCompressSync(text).length);
		const address = this.#publisher.put('lessons', `${id}.json`, text);
		const origin = JSON.stringify(originOf(file.draft, base));
		const entry: LessonEntry = {
			...{ id, n, title, minutes, rev, review, address },
			practice: practice.id,
			picture: (first && pictures[first]?.src) ?? '',
			origin: this.#publisher.put('origins', `${id}.json`, origin),
			voice: {}
		};
		const clips = {
			es: this.#voice(entry, file, 'es'),
			ay: this.#voice(entry, file, 'ay')
		};
		const drawn = Object.values(pictures).flatMap(({ src, marked }) =>
			marked ? [src, marked] : [src]
		);
		return { entry, needs: [address, entry.origin, ...drawn], clips };
	}

	/** Publishes what a language says of a lesson; @returns the addresses */
	#voice(entry: LessonEntry, { file, draft }: LessonFile, language: Language): string[] {
		const shelf = this.#shop.voices[language];
		const voice = voiceOf(draft, language, {
			shelf,
			publish: (clip) => this.#publisher.put('voice', `${language}-${clip.file}`, shelf.read(clip))
		});
		const clips = [...new Set(Object.values(voice).flatMap((own) => own.map(({ src }) => src)))];
		if (!clips.length) return [];
		const list = this.#publisher.put('voice', `${draft.id}-${language}.json`, JSON.stringify(voice));
		entry.voice[language] = list;
		const bytes = clips.reduce((sum, src) => sum + this.#publisher.file(src).bytes, 0);
		this.#sizes.voice.set(`${file} ${language}`, bytes);
		return [list, ...clips];
	}

	#pack(
		course: string,
		language: Language,
		{ bound, shared }: { bound: Bound[]; shared: string }
	): PackEntry {
		const needs = new Set([shared, ...bound.flatMap((lesson) => lesson.needs)]);
		const clips = new Set(bound.flatMap((lesson) => lesson.clips[language]));
		const files = [
			...[...needs].map((need): PackFile => this.#publisher.file(need)),
			...[...clips].map((clip): PackFile => ({ ...this.#publisher.file(clip), voice: true }))
		];
		const pack: Pack = { course, language, files };
		const [bytes, lightBytes] = [weightOf(files), weightOf(files.filter(({ voice }) => !voice))];
		this.#sizes.pack.set(`${course} ${language}`, bytes);
		this.#sizes.light.set(`${course} ${language}`, lightBytes);
		const address = this.#publisher.put('packs', `${course}-${language}.json`, JSON.stringify(pack));
		return { address, bytes, lightBytes };
	}

	#course(course: CourseFolder): CourseEntry[] {
		const listed = course.lessons.filter((lesson) => isListed(course, lesson));
		const bound = listed.map((lesson) => this.#lesson(course, lesson));
		const [first] = bound;
		if (!first) return [];
		const { id, n, title } = course.draft;
		const terms = glossaryOf(
			listed.map(({ draft }) => draft),
			this.#shop.base.glossary
		);
		const glossary = this.#publisher.put('glossaries', `${id}.json`, JSON.stringify(terms));
		const pack = (language: Language) => this.#pack(id, language, { bound, shared: glossary });
		const packs = { es: pack('es'), ay: pack('ay') };
		const lessons = bound.map(({ entry }) => entry);
		return [{ id, n, title, picture: first.entry.picture, glossary, packs, lessons }];
	}

	#index(file: string, { name, type, value }: { name: string; type: string; value: unknown }): void {
		writeIfNew(
			join('src', 'lib', 'library', 'generated', file),
			`${IMPORTS[file] ?? ''}\nexport const ${name}: ${type} = ${JSON.stringify(value, null, '\t')};\n`
		);
	}

	/** Writes everything and tells what is too large. */
	run(): CourseEntry[] {
		const courses = this.#shop.courses.flatMap((course) => this.#course(course));
		const screens = publishScreens(this.#shop, this.#publisher);
		this.#publisher.sweep();
		this.#index('index.ts', { name: 'courses', type: 'CourseEntry[]', value: courses });
		const entries = 'Partial<Record<Language, ScreensEntry>>';
		this.#index('screens.ts', { name: 'screens', type: entries, value: screens });
		for (const what of ['lesson', 'picture', 'voice', 'light', 'pack'] as const) {
			for (const { where, code, text } of judgeSize(what, this.#sizes[what])) {
				this.#shop.messages.push({ file: where, code, text });
			}
		}
		return courses;
	}
}
