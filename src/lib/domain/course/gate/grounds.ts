/** Rules about what a lesson leans on: facts, sources, pictures, glossary, practices, signatures. */
import { evidenceOf } from '../fact.ts';
import { groundsOf } from '../lesson-draft.ts';
import type { DraftBlock } from '../lesson-draft.ts';
import type { Fault, Rule } from './fault.ts';
import { isTaught, phrasesOf } from './phrases.ts';
import { sentencesOf } from './words.ts';

/** What a block cites exists, and its source marks are no stronger than those of its facts. */
export const groundsAreKnown: Rule = ({ blocks }, { facts, sources }) =>
	blocks.flatMap((block) => {
		const grounds = groundsOf(block);
		const marks = new Set(grounds.facts.flatMap((id) => facts.get(id)?.sources ?? []));
		const where = block.id;
		return [
			...grounds.facts
				.filter((id) => !facts.has(id))
				.map((id): Fault => ({ code: 'fact-unknown', where, text: `no fact ${id}` })),
			...grounds.sources
				.filter((mark) => mark !== 'GK' && !sources.has(mark.replace(/L$/, '')))
				.map((mark): Fault => ({ code: 'source-unknown', where, text: `no source ${mark}` })),
			...grounds.sources
				.filter((mark) => mark !== 'GK' && !marks.has(mark))
				.map((mark): Fault => {
					const known = [...marks].join(', ');
					const text = `no cited fact has the source ${mark}; they have ${known}`;
					return { code: 'source-foreign', where, text };
				})
		];
	});

const NORM = /\b(normas?|la OMS|UNICEF|ministerio|comprobad[oa]|demostrad[oa])\b/iu;

const wasRead = (block: DraftBlock | undefined, facts: Parameters<Rule>[1]['facts']): boolean =>
	block !== undefined &&
	groundsOf(block).facts.some((id) =>
		facts
			.get(id)
			?.sources.some(
				(mark) => evidenceOf(mark) === 'read' && groundsOf(block).sources.includes(mark)
			)
	);

/** "The norm says" stands only above a fact that was read in a source named beside it. */
export const normIsRead: Rule = (lesson, { facts }) =>
	phrasesOf(lesson).flatMap(({ where, text, block }): Fault[] => {
		const word = NORM.exec(text.es)?.[0];
		if (!word || wasRead(block, facts)) return [];
		const told = `“${word}” needs a cited fact that was read in a source (V); say it as craft`;
		return [{ code: 'norm-unread', where, language: 'es', text: told }];
	});

function picturesIn(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(picturesIn);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'picture' && typeof inner === 'string' ? [inner] : picturesIn(inner)
	);
}

/** Every picture is described once, used, and drawn. */
export const picturesAreThere: Rule = ({ blocks, pictures: described }, { pictures: drawn }) => {
	const used = new Map(
		blocks.flatMap((block) => picturesIn(block).map((name) => [name, block.id]))
	);
	const faults = [...used].flatMap(([name, where]): Fault[] => [
		...(name in described
			? []
			: [{ code: 'picture-undescribed', where, text: `${name} is missing under pictures:` }]),
		...(drawn.has(name)
			? []
			: [{ code: 'picture-undrawn', where, text: `nobody has drawn ${name} yet` }])
	]);
	const unused = Object.keys(described).filter((name) => !used.has(name));
	return [
		...faults,
		...unused.map((name): Fault => {
			return { code: 'picture-unused', where: '', text: `no block shows ${name}` };
		})
	];
};

export const glossaryIsKnown: Rule = ({ glossary = [] }, context) =>
	glossary
		.filter((slug) => !context.glossary.has(slug))
		.map((slug): Fault => {
			return { code: 'glossary-unknown', where: '', text: `no glossary word ${slug}` };
		});

/** A practice means the same wherever it is asked for. */
export const practiceIsKept: Rule = (lesson, { practices }) =>
	lesson.blocks.flatMap((block): Fault[] => {
		if (block.kind !== 'practice') return [];
		const first = practices.get(block.practice);
		if (!first || first.lesson === lesson.id || first.checks === JSON.stringify(block.checks)) {
			return [];
		}
		const text = `${block.practice} has other checks in ${first.lesson}`;
		return [{ code: 'practice-redefined', where: block.id, text }];
	});

/** Nothing is called reviewed that no named person has reviewed. */
export const reviewsAreSigned: Rule = ({ id, review }, { signatures }) =>
	(['es', 'ay'] as const).flatMap((language): Fault[] => {
		const state = review[language];
		if (state === 'drafted' || state === 'checked') return [];
		const signed = signatures.some(
			(sign) => sign.lesson === id && sign.language === language && sign.state === state
		);
		const text = `${state}, but content/reviews.yaml names nobody who did it`;
		return signed ? [] : [{ code: 'review-unsigned', where: '', language, text }];
	});

/** Sentences that an expert still has to sign off: what is taught on general knowledge or contested facts. */
export function toSignOff(
	lesson: Parameters<Rule>[0],
	{ facts }: Pick<Parameters<Rule>[1], 'facts'>
): { where: string; text: string; facts: string[] }[] {
	return phrasesOf(lesson)
		.filter(isTaught)
		.flatMap(({ where, text, block }) => {
			const cited = block ? groundsOf(block).facts : [];
			const open = cited.filter((id) => {
				const fact = facts.get(id);
				return fact?.contested || fact?.sources.every((mark) => mark === 'GK');
			});
			return open.length ? [{ where, text: sentencesOf(text.es).join(' '), facts: open }] : [];
		});
}
