// A small lesson that the gate lets pass, and the ground it stands on; tests spoil one thing at a time.
import type { Fact } from '#lib/domain/course/fact.ts';
import type { GateContext } from '#lib/domain/course/gate/fault.ts';
import type { LessonDraft } from '#lib/domain/course/lesson-draft.ts';
import type { ChoiceBlock, Option } from '#lib/domain/course/lesson.ts';

const general = { sources: ['GK'], facts: ['2.1.1'] };

function option(id: string, es: string, ay: string, right?: true): Option {
	const why = { es: 'El agua lava la suciedad.', ay: 'Umax q’añu jari.' };
	return { id, picture: `pic-${id}`, es, ay, why, ...(right ? { right } : {}) };
}

function choice(id: string, right: 'a' | 'b'): ChoiceBlock & typeof general {
	return {
		id,
		kind: 'choice',
		key: 'b1',
		...general,
		es: '¿Qué hace Juana?',
		ay: '¿Juanax kuns luri?',
		options: [
			option('a', 'Lava el balde', 'Walt jari', right === 'a' || undefined),
			option('b', 'Guarda el balde', 'Walt imi', right === 'b' || undefined)
		]
	};
}

export function sampleLesson(): LessonDraft {
	return {
		id: 'sample',
		rev: 1,
		title: { es: 'Balde limpio', ay: 'Q’uma walti' },
		minutes: 25,
		review: { es: 'drafted', ay: 'drafted' },
		doubt: [],
		glossary: ['bucket'],
		blocks: [
			{
				id: 's1',
				kind: 'text',
				picture: 'pic-a',
				...general,
				es: 'Juana ordeña.',
				ay: 'Juanax lich ch’awi.'
			},
			{
				id: 'd1',
				kind: 'discuss',
				picture: 'pic-a',
				minutes: 5,
				es: '¿Quién lava?',
				ay: '¿Khitis jari?',
				ask: []
			},
			{
				id: 'b1',
				kind: 'text',
				picture: 'pic-b',
				...general,
				es: 'Lave 2 veces. No use trapo sucio.',
				ay: '2 kuti jariñani. Janiw q’añu pañux apnaqañakiti.'
			},
			choice('q1', 'a'),
			choice('q2', 'b'),
			{
				id: 'b2',
				kind: 'steps',
				sources: ['S10', 'GK'],
				facts: ['2.1.1', '2.1.7'],
				es: 'Son 3 pasos.',
				ay: '3 luräwi.',
				steps: [
					{ id: 'a', picture: 'pic-a', es: 'Enjuague.', ay: 'Umamp jariñani.' },
					{ id: 'b', picture: 'pic-b', es: 'Lave.', ay: 'Jariñani.' },
					{ id: 'c', picture: 'pic-a', es: 'Seque.', ay: 'Wañt’ayañani.' }
				]
			},
			{
				id: 'q3',
				kind: 'truefalse',
				key: 'b2',
				picture: 'pic-a',
				...general,
				es: 'El trapo sucio sirve.',
				ay: 'Q’añu pañux walikiwa.',
				answer: false,
				why: {
					right: { es: 'Lleva suciedad.', ay: 'Q’añu apani.' },
					wrong: { es: 'Lleva suciedad.', ay: 'Q’añu apani.' }
				}
			},
			choice('q4', 'a'),
			{
				id: 'q5',
				kind: 'order',
				key: 'b2',
				...general,
				es: 'Pongan los 3 pasos en fila.',
				ay: '3 luräw siqir uchapxam.',
				items: ['a', 'b', 'c'].map((id) => ({
					id,
					picture: 'pic-a',
					es: 'Lavar',
					ay: 'Jariña',
					why: { es: 'Primero agua.', ay: 'Nayraqat uma.' }
				}))
			},
			{
				id: 'p1',
				kind: 'practice',
				practice: 'clean-bucket',
				picture: 'pic-a',
				...general,
				es: 'Lave el balde.',
				ay: 'Walt jariñani.',
				checks: [
					{ id: 'a', must: true, es: 'El balde está seco.', ay: 'Waltix wañawa.' },
					{ id: 'b', es: 'Hay jabón.', ay: 'Jawunax utji.' }
				],
				next: { es: '¿Qué fue difícil?', ay: '¿Kunas ch’amaxa?' }
			}
		],
		pictures: { 'pic-a': 'Un balde.', 'pic-b': 'Un trapo.' }
	};
}

export function sampleContext(): GateContext {
	const facts = new Map<string, Fact>([
		['2.1.1', { es: 'Lavar 2 veces el balde.', sources: ['GK'] }],
		['2.1.7', { es: 'La norma pide un lugar limpio.', sources: ['S10'] }],
		['2.1.6', { es: 'Enjuagar con agua fría.', sources: ['GK', 'S12L'] }],
		['B', { es: 'Nunca decir: 5 tapas de lavandina.', sources: ['S46'] }]
	]);
	return {
		course: 2,
		facts,
		sources: new Set(['S10', 'S12', 'S46']),
		pictures: new Set(['pic-a', 'pic-b']),
		glossary: new Set(['bucket']),
		practices: new Map(),
		signatures: [],
		fingerprint: 'same'
	};
}
