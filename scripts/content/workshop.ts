// Everything read from content/ once, and what is asked of it: is a lesson right, and what is there to say about it.
import { join } from 'node:path';
import { judge } from '../../src/lib/domain/course/gate/gate.ts';
import type { Language, Text } from '../../src/lib/domain/course/lesson.ts';
import { readWordlist, tokens, wordCheck } from '../aymara/words.ts';
import type { WordCheck } from '../aymara/words.ts';
import { openKit } from '../pictures/kit.ts';
import type { Kit } from '../pictures/kit.ts';
import { gateContext, judgeBase, practicesOf, readBase } from './base.ts';
import type { Base } from './base.ts';
import { isListed, readCourses } from './read.ts';
import type { CourseFolder, LessonFile, Message } from './read.ts';
import { reportOn } from './report.ts';
import type { LessonReport } from './report.ts';
import { spokenMessages } from './spoken.ts';
import { VoiceShelf } from './voice.ts';

export interface Workshop {
	base: Base;
	courses: CourseFolder[];
	kit: Kit;
	voices: Record<Language, VoiceShelf>;
	/** what the screens say, by message key */
	spoken: ReadonlyMap<string, Text>;
	messages: Message[];
}

export function openWorkshop(home: string): Workshop {
	const messages: Message[] = [];
	const base = readBase(home, messages);
	judgeBase(base, messages);
	const courses = readCourses(home, messages);
	const shelf = (language: Language) => new VoiceShelf(join(home, 'voice', language), messages);
	const voices = { es: shelf('es'), ay: shelf('ay') };
	const spoken = spokenMessages(join(home, 'voice', 'spoken.json'), messages);
	return { base, courses, kit: openKit(join(home, 'pictures')), voices, spoken, messages };
}

/** Messages about one lesson; while it is not listed, its pictures may be missing. */
export function judgeLesson(shop: Workshop, course: CourseFolder, lesson: LessonFile): Message[] {
	const practices = practicesOf(shop.courses);
	const context = gateContext(lesson, shop.base, {
		course: course.draft.n,
		kit: shop.kit,
		practices
	});
	return judge(lesson.draft, context)
		.filter(({ code }) => code !== 'picture-undrawn' || isListed(course, lesson))
		.map(({ code, where, language, text }) => {
			const place = [where || 'lesson', language].filter(Boolean).join(' ');
			return { file: lesson.file, code, text: `${place}: ${text}` };
		});
}

/** Lessons of one name would overwrite each other. */
export function judgeNames({ courses, messages }: Workshop): void {
	const seen = new Map<string, string>();
	for (const { file, draft } of courses.flatMap(({ lessons }) => lessons)) {
		const other = seen.get(draft.id);
		if (other) messages.push({ file, code: 'id-twice', text: `${draft.id} is also ${other}` });
		seen.set(draft.id, file);
	}
}

/** Attested forms and agreed terms; a term nobody is sure of does not count as known. */
export function knownWords({ glossary }: Base): WordCheck {
	const agreed = Object.values(glossary).filter(({ confidence }) => confidence !== 'low');
	return wordCheck([...readWordlist(), ...agreed.flatMap(({ ay }) => tokens(ay))]);
}

export function reportLesson(shop: Workshop, lesson: LessonFile, known: WordCheck): LessonReport {
	return reportOn(lesson.draft, shop.base, { known, drawn: shop.kit.names, voices: shop.voices });
}
