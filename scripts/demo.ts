// Fills a running, empty server with the fictional programme. `npm start -- --demo` calls it.
//   node scripts/run.mjs scripts/demo.ts --url http://127.0.0.1:8090   (the password in YATIQANA_DEMO_PASSWORD)
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dayAt } from '#lib/domain/shared/day.ts';
import { readLessons } from './demo/lessons.ts';
import { pour } from './demo/pour.ts';
import { makeWorld } from './demo/world.ts';
import { at } from './server/place.mjs';

const { values } = parseArgs({ options: { url: { type: 'string' } } });
const { url } = values;
const password = process.env['YATIQANA_DEMO_PASSWORD'];
if (!url || !password) {
	console.error('usage: npm start -- --demo');
	process.exit(2);
}
const world = makeWorld(dayAt(Date.now()), readLessons());
let tenths = 0;
const answers = await pour(world, {
	url,
	password,
	version: (JSON.parse(readFileSync(at('build/_app/version.json'), 'utf8')) as { version: string })
		.version,
	coordinator: { username: 'coordinacion', password },
	progress: (share) => {
		for (; tenths < Math.floor(share * 10); tenths++) process.stdout.write('·');
	}
});
process.stdout.write('\n');
const bad = answers.refused + answers.later;
if (bad) {
	console.error(`${bad} facts of the fictional programme were not taken in`);
	process.exit(1);
}
