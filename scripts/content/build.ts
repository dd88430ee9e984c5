// Listed lessons → static/library/ and the course index of the app.
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { judgeSize } from '../../src/lib/domain/course/gate/gate.ts';
import type { Picture } from '../../src/lib/domain/course/lesson.ts';
import type { CourseEntry, LessonEntry } from '../../src/lib/library/courses.ts';
import { compileLesson } from './compile.ts';
import { Publisher, writeIfNew } from './publish.ts';
import { isListed } from './read.ts';
import type { CourseFolder, LessonFile } from './read.ts';
import type { Workshop } from './workshop.ts';

const brotli = (text: string): number =>
	brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export class Build {
	readonly #shop: Workshop;
	readonly #publisher = new Publisher(join('static', 'library'), '/library');
	readonly #pictures = new Map<string, Omit<Picture, 'alt'>>();
	readonly #sizes = { lesson: new Map<string, number>(), picture: new Map<string, number>() };

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

	#lesson(course: CourseFolder, file: LessonFile): LessonEntry {
		const lesson = compileLesson(file, {
			course: course.draft,
			base: this.#shop.base,
			picture: (slug, alt) => this.#picture(slug, alt)
		});
		const { id, n, title, minutes, rev, review, blocks } = lesson;
		const first = blocks.find((block) => block.kind === 'text')?.picture;
		const picture = (first && lesson.pictures[first]?.src) ?? '';
		const text = JSON.stringify(lesson);
		this.#sizes.lesson.set(file.file, brotli(text));
		const address = this.#publisher.put('lessons', `${id}.json`, text);
		return { id, n, title, minutes, rev, review, picture, address };
	}

	#course(course: CourseFolder): CourseEntry[] {
		const lessons = course.lessons
			.filter((lesson) => isListed(course, lesson))
			.map((lesson) => this.#lesson(course, lesson));
		const { id, n, title } = course.draft;
		return lessons.length ? [{ id, n, title, picture: lessons[0]?.picture ?? '', lessons }] : [];
	}

	/** Writes everything and tells what is too large. */
	run(): CourseEntry[] {
		const courses = this.#shop.courses.flatMap((course) => this.#course(course));
		this.#publisher.sweep();
		writeIfNew(
			join('src', 'lib', 'library', 'generated', 'index.ts'),
			`import type { CourseEntry } from '../courses.ts';\n\nexport const courses: CourseEntry[] = ${JSON.stringify(courses, null, '\t')};\n`
		);
		for (const what of ['lesson', 'picture'] as const) {
			for (const { where, code, text } of judgeSize(what, this.#sizes[what])) {
				this.#shop.messages.push({ file: where, code, text });
			}
		}
		return courses;
	}
}
