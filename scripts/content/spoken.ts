// What a voice says besides the lessons: the closed lists of result sentences and the sentences of the screens, by message key.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language, Text } from '../../src/lib/domain/course/lesson.ts';
import type { Message } from './read.ts';
import { readYaml } from './read.ts';

const spokenSchema = z.strictObject({
	/** all messages that begin so: closed lists that grow with the engine */
	prefixes: z.array(z.string()),
	/** address → message keys, in the order of the screen */
	screens: z.record(z.string().startsWith('/'), z.array(z.string()).min(1))
});

function wordsIn(language: Language): Map<string, unknown> {
	const rooms = readdirSync('messages', { withFileTypes: true }).filter((one) => one.isDirectory());
	const read = ({ name }: { name: string }): [string, unknown][] =>
		Object.entries(JSON.parse(readFileSync(join('messages', name, `${language}.json`), 'utf8')));
	return new Map(rooms.flatMap(read));
}

/** Message key → its sentence in both languages; a key that is not there or has a place to fill is told. */
export function spokenMessages(file: string, messages: Message[]): Map<string, Text> {
	const spoken = readYaml(file, spokenSchema, messages);
	if (!spoken) return new Map();
	const words = { es: wordsIn('es'), ay: wordsIn('ay') };
	const closed = [...words.es.keys()].filter((key) =>
		spoken.prefixes.some((prefix) => key.startsWith(prefix))
	);
	const said = new Map<string, Text>();
	for (const key of [...closed, ...Object.values(spoken.screens).flat()]) {
		const [es, ay] = [words.es.get(key), words.ay.get(key)];
		const whole = typeof es === 'string' && typeof ay === 'string' && !`${es}${ay}`.includes('{');
		if (whole) said.set(key, { es, ay });
		else messages.push({ file, code: 'spoken-unknown', text: `${key} is no sentence` });
	}
	return said;
}
