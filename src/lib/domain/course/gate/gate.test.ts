import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleContext, sampleLesson } from '../../../../../tests/support/sample-lesson.ts';
import type { DraftBlock, LessonDraft } from '../lesson-draft.ts';
import type { Fault, GateContext } from './fault.ts';
import { judge, judgeSize } from './gate.ts';

type Kinds = { [K in DraftBlock['kind']]: Extract<DraftBlock, { kind: K }> };

function block<K extends DraftBlock['kind']>(lesson: LessonDraft, kind: K, id: string): Kinds[K] {
	return lesson.blocks.find((each) => each.id === id && each.kind === kind) as Kinds[K];
}

interface Seed {
	code: string;
	where: string;
	what: string;
	spoil: (lesson: LessonDraft, context: GateContext) => unknown;
}

const say = (lesson: LessonDraft, es: string, ay: string) =>
	Object.assign(block(lesson, 'text', 'b1'), { es, ay });

const SEEDS: Seed[] = [
	{
		code: 'id-twice',
		where: 'q1',
		what: 'two blocks of one name',
		spoil: (lesson) => (block(lesson, 'choice', 'q2').id = 'q1')
	},
	{
		code: 'id-twice',
		where: 'b2',
		what: 'two steps of one name',
		spoil: (lesson) => (block(lesson, 'steps', 'b2').steps[1]!.id = 'a')
	},
	{
		code: 'anatomy',
		where: 'd1',
		what: 'no situation at the start',
		spoil: (lesson) => lesson.blocks.shift()
	},
	{
		code: 'anatomy',
		where: 'b1',
		what: 'advice before talk',
		spoil: (lesson) => lesson.blocks.splice(1, 1)
	},
	{
		code: 'anatomy',
		where: '',
		what: 'no practice',
		spoil: (lesson) => lesson.blocks.pop()
	},
	{
		code: 'key-missing',
		where: 'q1',
		what: 'a key that does not exist',
		spoil: (lesson) => (block(lesson, 'choice', 'q1').key = 'b9')
	},
	{
		code: 'key-later',
		where: 'q1',
		what: 'a key that comes later',
		spoil: (lesson) => (block(lesson, 'choice', 'q1').key = 'b2')
	},
	{
		code: 'key-kind',
		where: 'q1',
		what: 'a key that teaches nothing',
		spoil: (lesson) => (block(lesson, 'choice', 'q1').key = 'd1')
	},
	{
		code: 'one-right',
		where: 'q1',
		what: 'two right options',
		spoil: (lesson) => (block(lesson, 'choice', 'q1').options[1]!.right = true)
	},
	{
		code: 'hands',
		where: '',
		what: 'three questions for hands',
		spoil: (lesson) => lesson.blocks.splice(7, 1)
	},
	{
		code: 'same-place',
		where: '',
		what: 'the right option always first',
		spoil: (lesson) => block(lesson, 'choice', 'q2').options.reverse()
	},
	{
		code: 'knowledge-run',
		where: 'b6',
		what: 'four blocks of knowledge in a row',
		spoil: (lesson) => {
			const more = [4, 5, 6].map((n) => ({ ...block(lesson, 'text', 'b1'), id: `b${n}` }));
			lesson.blocks.splice(3, 0, ...more);
		}
	},
	{
		code: 'minutes',
		where: '',
		what: 'minutes that do not add up',
		spoil: (lesson) => (lesson.minutes = 10)
	},
	{
		code: 'fact-unknown',
		where: 'b1',
		what: 'a fact nobody knows',
		spoil: (lesson) => (block(lesson, 'text', 'b1').facts = ['2.1.1', '2.9.9'])
	},
	{
		code: 'source-unknown',
		where: 'b1',
		what: 'a source nobody knows',
		spoil: (lesson) => (block(lesson, 'text', 'b1').sources = ['S69'])
	},
	{
		code: 'source-foreign',
		where: 'b1',
		what: 'a known source called read',
		spoil: (lesson) =>
			Object.assign(block(lesson, 'text', 'b1'), { sources: ['S12'], facts: ['2.1.1', '2.1.6'] })
	},
	{
		code: 'norm-unread',
		where: 'b1',
		what: 'the norm above general knowledge',
		spoil: (lesson) => say(lesson, 'La norma pide 2 lavados.', '«Norma» ukax 2 jariw mayi.')
	},
	{
		code: 'picture-undescribed',
		where: 'b1',
		what: 'a picture without description',
		spoil: (lesson, context) => {
			block(lesson, 'text', 'b1').picture = 'pic-c';
			context.pictures = new Set(['pic-a', 'pic-b', 'pic-c']);
		}
	},
	{
		code: 'picture-undrawn',
		where: 'q4',
		what: 'a picture nobody drew',
		spoil: (_, context) => (context.pictures = new Set(['pic-a']))
	},
	{
		code: 'picture-unused',
		where: '',
		what: 'a picture that no block shows',
		spoil: (lesson) => (lesson.pictures['pic-c'] = 'Una vaca.')
	},
	{
		code: 'glossary-unknown',
		where: '',
		what: 'a word the glossary lacks',
		spoil: (lesson) => (lesson.glossary = ['unheard'])
	},
	{
		code: 'practice-redefined',
		where: 'p1',
		what: 'other checks for a known practice',
		spoil: (_, context) =>
			(context.practices = new Map([['clean-bucket', { lesson: 'other', checks: '[]' }]]))
	},
	{
		code: 'review-unsigned',
		where: '',
		what: 'reviewed by nobody',
		spoil: (lesson) => (lesson.review.ay = 'reviewed')
	},
	{
		code: 'number-ungrounded',
		where: 'b1',
		what: 'a number that no cited fact holds',
		spoil: (lesson) => say(lesson, 'Lave 5 veces.', '5 kuti jariñani.')
	},
	{
		code: 'number-ungrounded',
		where: 'q1.options.a',
		what: 'a number in a right option',
		spoil: (lesson) =>
			Object.assign(block(lesson, 'choice', 'q1').options[0]!, {
				es: 'Lava 4 baldes',
				ay: '4 walt jari'
			})
	},
	{
		code: 'number-ungrounded',
		where: 'q1.options.b.why',
		what: 'a number in a reason',
		spoil: (lesson) =>
			(block(lesson, 'choice', 'q1').options[1]!.why = { es: 'Faltan 7.', ay: '7 pisi.' })
	},
	{
		code: 'number-ungrounded',
		where: 'b1',
		what: 'a number that only the forbidden claims hold',
		spoil: (lesson) => {
			block(lesson, 'text', 'b1').facts = ['2.1.1', 'B'];
			say(lesson, 'Use 5 tapas.', '5 «tapa» apnaqañani.');
		}
	},
	{
		code: 'digits-differ',
		where: 'b1',
		what: 'another number in Aymara',
		spoil: (lesson) => (block(lesson, 'text', 'b1').ay = '3 kuti jariñani. Janiw walikiti.')
	},
	{
		code: 'sentence-long',
		where: 'b1',
		what: 'thirteen words',
		spoil: (lesson) =>
			say(lesson, 'Lave el balde con agua y jabón cada día antes de comer pan.', 'Jariñani.')
	},
	{
		code: 'option-long',
		where: 'q1.options.a',
		what: 'an option of nine words',
		spoil: (lesson) =>
			(block(lesson, 'choice', 'q1').options[0]!.es = 'Lava el balde con agua y jabón y sol')
	},
	{
		code: 'apostrophe',
		where: 'title',
		what: 'a straight apostrophe',
		spoil: (lesson) => (lesson.title.ay = "Q'uma walti")
	},
	{
		code: 'alphabet',
		where: 'title',
		what: 'letters Aymara does not use',
		spoil: (lesson) => (lesson.title.ay = 'Q’oma balde')
	},
	{
		code: 'alphabet',
		where: 'title',
		what: '« that never closes',
		spoil: (lesson) => (lesson.title.ay = '«Balde q’uma')
	},
	{
		code: 'negation-differs',
		where: 'b1',
		what: 'a negation lost in Aymara',
		spoil: (lesson) => say(lesson, 'No use trapo sucio.', 'Q’añu pañux apnaqañawa.')
	},
	{
		code: 'negation-differs',
		where: 'b1',
		what: 'white, which begins like no',
		spoil: (lesson) => say(lesson, 'No use trapo blanco.', 'Janq’u pañux apnaqañawa.')
	},
	{
		code: 'negation-differs',
		where: 'b1',
		what: 'a negation that only Aymara has',
		spoil: (lesson) => say(lesson, 'Use trapo limpio.', 'Janiw q’uma pañux apnaqañakiti.')
	},
	{
		code: 'negation-open',
		where: 'b1',
		what: 'janiw without its end',
		spoil: (lesson) => say(lesson, 'No use trapo sucio.', 'Janiw q’añu pañu apnaqañani.')
	},
	{
		code: 'forbidden-claim',
		where: 'b1',
		what: 'a claim of appendix B',
		spoil: (lesson) => say(lesson, 'El caldo alimenta.', 'Kaltux ch’am churi.')
	},
	{
		code: 'dose',
		where: 'b1',
		what: 'an amount of medicine',
		spoil: (lesson) => say(lesson, 'Dé 2 mL de jarabe.', '2 mL «jarabe» churañani.')
	},
	{
		code: 'dose',
		where: 's1',
		what: 'a dose by weight, even in a story',
		spoil: (lesson) => (block(lesson, 'text', 's1').es = 'Luis pone 1 mL por kilo.')
	},
	{
		code: 'price-or-date',
		where: 'b1',
		what: 'a price',
		spoil: (lesson) => say(lesson, 'Cobra Bs 2.', 'Bs 2 katuqi.')
	},
	{
		code: 'price-or-date',
		where: 'd1',
		what: 'a year',
		spoil: (lesson) => (block(lesson, 'discuss', 'd1').es = '¿Qué cambió en 2025?')
	},
	{
		code: 'block-removed',
		where: 'b7',
		what: 'a released block that is gone',
		spoil: (_, context) =>
			(context.released = { rev: 1, blocks: ['s1', 'b7'], fingerprint: 'same' })
	},
	{
		code: 'map-wrong',
		where: 'b7',
		what: 'a map to nowhere',
		spoil: (lesson) => (lesson.progress_map = { b7: 'b8' })
	},
	{
		code: 'map-wrong',
		where: 'b1',
		what: 'a map from a block that is still here',
		spoil: (lesson) => (lesson.progress_map = { b1: null })
	},
	{
		code: 'rev-stale',
		where: '',
		what: 'a change under an old number',
		spoil: (_, context) => (context.released = { rev: 1, blocks: [], fingerprint: 'other' })
	},
	{
		code: 'rev-stale',
		where: '',
		what: 'a number that fell',
		spoil: (_, context) => (context.released = { rev: 2, blocks: [], fingerprint: 'same' })
	}
];

const ofCode = (faults: Fault[], code: string) => faults.filter((fault) => fault.code === code);

describe('the gate', () => {
	it('lets a good lesson pass', () => {
		expect(judge(sampleLesson(), sampleContext())).toEqual([]);
	});

	it.each(SEEDS)('$code: $what', ({ code, where, spoil }) => {
		const [lesson, context] = [sampleLesson(), sampleContext()];
		spoil(lesson, context);
		expect(ofCode(judge(lesson, context), code).map((fault) => fault.where)).toContain(where);
	});

	it('lets a removed block pass when the map says what became of it', () => {
		const [lesson, context] = [sampleLesson(), sampleContext()];
		context.released = { rev: 1, blocks: ['s1', 'b7', 'b8'], fingerprint: 'same' };
		lesson.progress_map = { b7: 'b1', b8: null };
		expect(judge(lesson, context)).toEqual([]);
	});

	it('lets a signed review pass', () => {
		const [lesson, context] = [sampleLesson(), sampleContext()];
		lesson.review.ay = 'reviewed';
		const by = 'a speaker of the province';
		context.signatures = [{ lesson: 'sample', language: 'ay', state: 'reviewed', by }];
		expect(judge(lesson, context)).toEqual([]);
	});

	it('lets people of a story, cases and wrong options say what is not so', () => {
		const [lesson, context] = [sampleLesson(), sampleContext()];
		block(lesson, 'text', 's1').es = 'Dice Juana: “El caldo da fuerza”.';
		const wrong = block(lesson, 'choice', 'q1').options[1]!;
		Object.assign(wrong, { es: 'Deja 9 días el balde', ay: '9 uru walt imi' });
		expect(judge(lesson, context)).toEqual([]);
	});

	it('bars a lesson, a picture or a voice that is too large', () => {
		const sizes = new Map([
			['small', 6144],
			['large', 6145]
		]);
		expect(judgeSize('lesson', sizes).map(({ code, where }) => [code, where])).toEqual([
			['lesson-large', 'large']
		]);
		expect(judgeSize('picture', sizes).map(({ code }) => code)).toEqual(['picture-large']);
		const spoken = new Map([['01.yaml es', 650_001]]);
		expect(judgeSize('voice', spoken).map(({ code }) => code)).toEqual(['voice-large']);
		const packs = new Map([['dairy es', 6_000_001]]);
		expect(judgeSize('pack', packs).map(({ code }) => code)).toEqual(['pack-large']);
		expect(judgeSize('light', new Map([['dairy es', 1_000_001]]))).toHaveLength(1);
	});

	it('has a seeded fault for every code it knows', () => {
		const home = import.meta.dirname;
		const rules = readdirSync(home).filter((name) => /^[a-z]+\.ts$/.test(name));
		const sources = rules.map((name) => readFileSync(join(home, name), 'utf8')).join('\n');
		const known = [
			...sources.matchAll(/(?:code: |(?:perPhrase|perSentence|fault)\(\s*)'([a-z-]+)'/g)
		].map(([, code]) => code);
		expect(known.length).toBeGreaterThan(20);
		expect([...new Set(known)].sort()).toEqual([...new Set(SEEDS.map(({ code }) => code))].sort());
	});
});
