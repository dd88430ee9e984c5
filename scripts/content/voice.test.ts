import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleLesson } from '../../tests/support/sample-lesson.ts';
import type { Message } from './read.ts';
import { linesOf } from '../../src/lib/domain/course/lines.ts';
import { textKey, voiceOf, VoiceShelf } from './voice.ts';

let home = '';
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'voice-'))));
afterEach(() => rmSync(home, { recursive: true }));

const entry = (file: string) => ({ file, dur: 1.5, sentences: [{ s: 0, e: 1.5 }] });

function shelf(manifest: Record<string, unknown>, files: string[], messages: Message[] = []) {
	mkdirSync(home, { recursive: true });
	writeFileSync(join(home, 'manifest.json'), JSON.stringify(manifest));
	for (const file of files) writeFileSync(join(home, file), 'sound');
	return new VoiceShelf(home, messages);
}

describe('lines that a voice says', () => {
	it('are texts in reading order, each line of its own, as say has them', () => {
		const lesson = sampleLesson();
		Object.assign(lesson.blocks[2]!, {
			es: 'Lave.\nSeque a 25 °C.',
			say: { es: 'Lave.\nSeque a veinticinco grados.' }
		});
		expect(linesOf(lesson, 'es').slice(0, 5)).toEqual([
			{ where: 'title', line: 0, text: 'Balde limpio' },
			{ where: 's1', line: 0, text: 'Juana ordeña.' },
			{ where: 'd1', line: 0, text: '¿Quién lava?' },
			{ where: 'b1', line: 0, text: 'Lave.' },
			{ where: 'b1', line: 1, text: 'Seque a veinticinco grados.' }
		]);
	});
});

describe('clips of a lesson', () => {
	// printf 'Juana ordeña.' | sha256sum
	const key = '78cc4c239b0b798f';

	it('are found by what is said', () => {
		expect(textKey('Juana ordeña.')).toBe(key);
		const voice = voiceOf(sampleLesson(), 'es', {
			shelf: shelf({ [key]: entry('a.opus') }, ['a.opus']),
			publish: ({ file }) => `/library/${file}`
		});
		expect(voice).toEqual({ s1: [{ src: '/library/a.opus', seconds: 1.5, sentences: [[0, 1.5]] }] });
	});

	it('are silent where one line of a text has none', () => {
		const lesson = sampleLesson();
		Object.assign(lesson.blocks[0]!, { es: 'Juana ordeña.\nDespués lava.' });
		const publish = () => '';
		const one = shelf({ [key]: entry('a.opus') }, ['a.opus']);
		expect(voiceOf(lesson, 'es', { shelf: one, publish })).toEqual({});
	});

	it('are missed when the manifest names a file that is not there', () => {
		const messages: Message[] = [];
		shelf({ [key]: entry('gone.opus') }, [], messages);
		expect(messages.map(({ code }) => code)).toEqual(['clip-missing']);
	});

	it('need no manifest: nothing recorded is silence', () => {
		expect(new VoiceShelf(join(home, 'none'), []).find('Hola')).toBeUndefined();
	});
});
