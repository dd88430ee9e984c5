// What there is to know about a lesson besides whether it passes: for writers, for experts, for the speaker.
import { evidenceOfFact } from '../../src/lib/domain/course/fact.ts';
import { toSignOff } from '../../src/lib/domain/course/gate/grounds.ts';
import { exemptNumbers } from '../../src/lib/domain/course/gate/numbers.ts';
import { phrasesOf } from '../../src/lib/domain/course/gate/phrases.ts';
import { showNumber, wordsOf } from '../../src/lib/domain/course/gate/words.ts';
import { groundsOf } from '../../src/lib/domain/course/lesson-draft.ts';
import type { LessonDraft } from '../../src/lib/domain/course/lesson-draft.ts';
import type { Language, Text } from '../../src/lib/domain/course/lesson.ts';
import { tokens } from '../aymara/words.ts';
import type { WordCheck } from '../aymara/words.ts';
import type { Base } from './base.ts';
import { perspicuity } from './reading.ts';
import { linesOf } from '../../src/lib/domain/course/lines.ts';
import type { VoiceShelf } from './voice.ts';

type Voices = Record<Language, Pick<VoiceShelf, 'find'>>;

export interface LessonReport {
	id: string;
	kinds: Record<string, number>;
	minutes: number;
	words: { es: number; ay: number };
	perspicuity: number | undefined;
	evidence: { read: number; known: number; general: number };
	contested: string[];
	review: string;
	doubt: string[];
	/** Aymara words whose stem no open text holds, and the share of words that they are */
	flagged: { words: string[]; share: number };
	exempt: string[];
	signOff: { where: string; text: string; facts: string[] }[];
	undrawn: string[];
	/** lines that a voice says, of all lines */
	spoken: Record<Language, { said: number; of: number }>;
}

const count = (names: string[]): Record<string, number> =>
	names.reduce<Record<string, number>>((sums, name) => {
		return { ...sums, [name]: (sums[name] ?? 0) + 1 };
	}, {});

const UNITS = new Set(['mm', 'cm', 'ml', 'l', 'kg', 'g', 'm', 'c', 'ha']);

/** Names of people, as the Spanish has them, with whatever Aymara puts behind. */
const isName = (word: string, spanish: string): boolean => {
	const names = spanish.match(/(?<=\s|[“¿¡])\p{Lu}\p{Ll}{2,}/gu) ?? [];
	return names.some((name) => word.startsWith(name.toLowerCase()));
};

function flaggedWords(texts: Text[], known: WordCheck): LessonReport['flagged'] {
	const spanish = texts.map(({ es }) => ` ${es}`).join(' ');
	const words = texts.flatMap(({ ay }) => tokens(ay.replace(/«[^«»]*»/gu, ' ')));
	const flagged = words
		.filter((word) => !UNITS.has(word) && !known(word))
		.filter((word) => !isName(word, spanish));
	return { words: [...new Set(flagged)], share: words.length ? flagged.length / words.length : 0 };
}

export function reportOn(
	draft: LessonDraft,
	{ facts }: Pick<Base, 'facts'>,
	{ known, drawn, voices }: { known: WordCheck; drawn: ReadonlySet<string>; voices: Voices }
): LessonReport {
	const spoken = (language: Language) => {
		const lines = linesOf(draft, language);
		return { said: lines.filter(({ text }) => voices[language].find(text)).length, of: lines.length };
	};
	const texts = phrasesOf(draft).map(({ text }) => text);
	const cited = [...new Set(draft.blocks.flatMap((block) => groundsOf(block).facts))];
	const held = cited.flatMap((id) => facts.get(id) ?? []);
	const levels = count(held.map(evidenceOfFact));
	return {
		id: draft.id,
		kinds: count(draft.blocks.map(({ kind }) => kind)),
		minutes: draft.minutes,
		words: {
			es: texts.flatMap(({ es }) => wordsOf(es)).length,
			ay: texts.flatMap(({ ay }) => wordsOf(ay)).length
		},
		perspicuity: perspicuity(texts.map(({ es }) => es)),
		evidence: {
			read: levels['read'] ?? 0,
			known: levels['known'] ?? 0,
			general: levels['general'] ?? 0
		},
		contested: cited.filter((id) => facts.get(id)?.contested),
		review: `es ${draft.review.es}, ay ${draft.review.ay}`,
		doubt: draft.doubt,
		flagged: flaggedWords(texts, known),
		exempt: exemptNumbers(draft, facts).map(
			({ where, values }) => `${where}: ${values.map(showNumber).join(' ')}`
		),
		signOff: toSignOff(draft, { facts }),
		undrawn: Object.keys(draft.pictures).filter((name) => !drawn.has(name)),
		spoken: { es: spoken('es'), ay: spoken('ay') }
	};
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** One line per lesson. */
export function summary(report: LessonReport): string {
	const { evidence, words, flagged } = report;
	return [
		report.id.padEnd(32),
		`${Object.values(report.kinds).reduce((a, b) => a + b, 0)} blocks`,
		`${report.minutes} min`,
		`${words.es}/${words.ay} words`,
		`ease ${report.perspicuity ?? '–'}`,
		`facts V ${evidence.read} L ${evidence.known} GK ${evidence.general}`,
		`ay flagged ${percent(flagged.share)}`,
		`sign off ${report.signOff.length}`,
		report.undrawn.length ? `UNDRAWN ${report.undrawn.length}` : 'all drawn',
		`spoken es ${report.spoken.es.said}/${report.spoken.es.of} ay ${report.spoken.ay.said}/${report.spoken.ay.of}`
	].join(' · ');
}

/** What is left to do before the content is whole: to record, to draw, to sign off. */
export function total(reports: LessonReport[], screens: { said: number; of: number }): string {
	const sum = (of: (report: LessonReport) => number) =>
		reports.map(of).reduce((a, b) => a + b, 0);
	return [
		`${reports.length} lessons`,
		`silent es ${sum(({ spoken: { es } }) => es.of - es.said)}`,
		`ay ${sum(({ spoken: { ay } }) => ay.of - ay.said)} lines`,
		`screens spoken es ${screens.said}/${screens.of}`,
		`undrawn ${sum(({ undrawn }) => undrawn.length)}`,
		`to sign off ${sum(({ signOff }) => signOff.length)} statements`
	].join(' · ');
}

/** Everything, in Markdown. */
export function details(report: LessonReport): string {
	const list = (title: string, items: string[]) =>
		items.length ? [`\n${title}:`, ...items.map((item) => `- ${item}`)] : [];
	return [
		`## ${report.id}`,
		'',
		summary(report),
		`Blocks: ${Object.entries(report.kinds)
			.map(([kind, n]) => `${n} ${kind}`)
			.join(', ')}. Review: ${report.review}.`,
		...list('Contested facts', report.contested),
		...list('Numbers without a fact in stories, cases and wrong options', report.exempt),
		...list('Aymara words nothing attests', report.flagged.words),
		...list('Aymara words the writer doubts', report.doubt),
		...list('Pictures not drawn', report.undrawn),
		...list(
			'For an expert to sign off',
			report.signOff.map(({ where, text, facts }) => `${where}: ${text} (${facts.join(', ')})`)
		),
		''
	].join('\n');
}
