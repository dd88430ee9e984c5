import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { BundleManifest } from '../../src/lib/domain/course/bundle.ts';
import { tarOf } from '../../src/lib/domain/course/tar.ts';
import type { Message } from './read.ts';
import { keepBundle, openBundle } from './take.ts';
import { textKey, VoiceShelf } from './voice.ts';

const WORDS = 'Ampar jariqasim.';
const manifest: BundleManifest = {
	format: 'yatiqana-voice-1',
	language: 'ay',
	reader: 'Tomasa Apaza',
	consent: { licence: 'CC-BY-4.0', day: '2026-11-03' },
	clips: [
		{
			...{ lesson: 'dairy-clean-milking', where: 'b1', line: 0, text: textKey(WORDS) },
			...{ file: 'one.webm', seconds: 3.2, day: '2026-11-03' }
		}
	]
};
const home = mkdtempSync(join(tmpdir(), 'voice-'));
const said = { es: new Set<string>(), ay: new Set([textKey(WORDS)]) };

function bundle(told: unknown, clip = 'voice'): string {
	const path = join(home, `${Math.random()}.tar`);
	const bytes = (text: string) => new TextEncoder().encode(text);
	const named = { name: 'manifest.json', bytes: bytes(JSON.stringify(told)) };
	writeFileSync(path, tarOf([named, { name: 'one.webm', bytes: bytes(clip) }]));
	return path;
}
function open(told: unknown) {
	const messages: Message[] = [];
	return { taken: openBundle(bundle(told), said, messages), codes: messages.map((m) => m.code) };
}

describe('a bundle of recordings', () => {
	it('lies beside the other clips and is found by what is said', () => {
		const { taken, codes } = open(manifest);
		expect(codes).toEqual([]);
		if (taken) keepBundle(home, new Map(), taken);
		const shelf = new VoiceShelf(join(home, 'voice', 'ay'), []);
		expect(shelf.find(WORDS)).toMatchObject({ dur: 3.2, by: 'Tomasa Apaza' });
		expect(readFileSync(shelf.path(shelf.find(WORDS)!), 'utf8')).toBe('voice');
		expect(readdirSync(join(home, 'voice', 'ay'))).toHaveLength(2);
	});

	it('is refused without consent, without a name, or in another format', () => {
		expect(open({ ...manifest, consent: undefined }).codes).toEqual(['bundle-manifest']);
		expect(open({ ...manifest, reader: ' ' }).codes).toEqual(['bundle-manifest']);
		expect(open({ ...manifest, format: 'other' }).codes).toEqual(['bundle-manifest']);
	});

	it('says which clip is missing, and leaves out what no lesson says any more', () => {
		vi.spyOn(console, 'warn').mockImplementation(() => {});
		const [clip] = manifest.clips;
		expect(open({ ...manifest, clips: [{ ...clip, file: 'two.webm' }] }).codes).toEqual([
			'bundle-clip'
		]);
		const { taken, codes } = open({ ...manifest, clips: [{ ...clip, text: '0'.repeat(16) }] });
		expect([codes, taken?.entries.size]).toEqual([[], 0]);
	});
});
