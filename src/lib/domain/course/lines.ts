/** The lines of a lesson as a voice says them: each has a speaker button and a clip of its own. */
import { phrasesOf } from './gate/phrases.ts';
import type { Block, Language, Spoken, Text } from './lesson.ts';

export interface Line {
	/** path of the text in its lesson: title, b1, q1.options.b.why */
	where: string;
	/** which line of that text */
	line: number;
	text: string;
}

/** Every line of a lesson in reading order, in the words that are to be said. */
export function linesOf(lesson: { title: Text; blocks: Block[] }, language: Language): Line[] {
	return phrasesOf(lesson).flatMap(({ where, text }) => {
		const { say, ...written }: Spoken = text;
		return (say?.[language] ?? written[language])
			.split('\n')
			.map((words, line) => ({ where, line, text: words.trim() }));
	});
}
