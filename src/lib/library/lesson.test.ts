import { describe, expect, it } from 'vitest';
import { courses, findCourse } from './courses.ts';
import { loadGlossary, loadLesson, loadOrigin, loadPack, loadVoice } from './lesson.ts';

const answering =
	(status: number, body: unknown): typeof fetch =>
	async () =>
		new Response(JSON.stringify(body), { status });

describe('the library', () => {
	it('holds the courses in the order of their numbers', () => {
		const numbers = courses.map(({ n }) => n);
		expect(numbers.length).toBeGreaterThan(0);
		expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
	});

	it('fetches a lesson from the address of this version', async () => {
		const asked: string[] = [];
		const fetcher: typeof fetch = async (address) => {
			asked.push(String(address));
			return new Response('{"id":"dairy-clean-milking"}');
		};
		const lesson = await loadLesson(fetcher, 'dairy', 'dairy-clean-milking');
		expect(lesson?.id).toBe('dairy-clean-milking');
		expect(asked).toEqual([findCourse('dairy')?.lessons[0]?.address]);
		expect(asked[0]).toMatch(/^\/library\/lessons\/dairy-clean-milking\.[0-9a-f]{8}\.json$/);
	});

	it('answers undefined for a name it does not know, without asking the network', async () => {
		expect(await loadLesson(answering(200, {}), 'dairy', 'no-such-lesson')).toBeUndefined();
		expect(await loadLesson(answering(200, {}), 'none', 'dairy-clean-milking')).toBeUndefined();
	});

	it('answers undefined when the lesson is out of reach', async () => {
		const broken: typeof fetch = async () => {
			throw new TypeError('offline');
		};
		expect(await loadLesson(broken, 'dairy', 'dairy-clean-milking')).toBeUndefined();
		expect(await loadLesson(answering(404, {}), 'dairy', 'dairy-clean-milking')).toBeUndefined();
	});

	it('knows where origins, glossaries and packs lie, and that a silent lesson has no voice', async () => {
		const asked: string[] = [];
		const fetcher: typeof fetch = async (address) => {
			asked.push(String(address).replace(/\.[0-9a-f]{8}\./, '.'));
			return new Response('{}');
		};
		await loadOrigin(fetcher, 'dairy', 'dairy-clean-milking');
		await loadGlossary(fetcher, 'dairy');
		await loadPack(fetcher, 'dairy', 'ay');
		expect(await loadVoice(fetcher, { voice: {} }, 'ay')).toBeUndefined();
		expect(asked).toEqual([
			'/library/origins/dairy-clean-milking.json',
			'/library/glossaries/dairy.json',
			'/library/packs/dairy-ay.json'
		]);
	});

	it('says how heavy a pack is before anyone asks for it', () => {
		for (const { packs } of courses) {
			expect(packs.es.lightBytes).toBeGreaterThan(10_000);
			expect(packs.es.lightBytes).toBeLessThanOrEqual(1_000_000);
			expect(packs.es.bytes).toBeGreaterThanOrEqual(packs.es.lightBytes);
			expect(packs.es.bytes).toBeLessThanOrEqual(6_000_000);
		}
	});
});
