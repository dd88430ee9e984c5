// What a voice says besides the lessons: every result sentence and the one sentence of a screen, by message key.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Message } from './read.ts';
import { readYaml } from './read.ts';

const spokenSchema = z.strictObject({
	/** all messages of a prefix: a closed list that grows with the engine */
	results: z.strictObject({ room: z.string(), prefix: z.string() }),
	/** address → message key; the room is the first word of the key */
	screens: z.record(z.string().startsWith('/'), z.string())
});

const roomOf = (room: string): Record<string, unknown> =>
	JSON.parse(readFileSync(join('messages', room, 'es.json'), 'utf8'));

/** Message key → Spanish sentence; a key that is not there or has a place to fill is told. */
export function spokenMessages(file: string, messages: Message[]): Map<string, string> {
	const spoken = readYaml(file, spokenSchema, messages);
	if (!spoken) return new Map();
	const { room, prefix } = spoken.results;
	const results = Object.keys(roomOf(room)).filter((key) => key.startsWith(prefix));
	const said = new Map<string, string>();
	for (const key of [...results, ...Object.values(spoken.screens)]) {
		const text = roomOf(key.slice(0, key.indexOf('_')))[key];
		if (typeof text === 'string' && !text.includes('{')) said.set(key, text);
		else messages.push({ file, code: 'spoken-unknown', text: `${key} is no sentence` });
	}
	return said;
}
