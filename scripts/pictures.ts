// Composes the pictures of content/pictures for people to look at; the content build composes its own.
//   npm run pictures                  all → .cache/pictures, with index.html to see them side by side
//   npm run pictures -- NAME …        only these
//   npm run pictures -- --reach       also says where a hand misses its target
//   npm run pictures -- --print       pale greys for cheap printers → .cache/pictures-print
//   npm run pictures -- --list        a table of all pictures
//   npm run pictures -- --check       says what is wrong and writes nothing
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readCourses } from './content/read.ts';
import { openKit } from './pictures/kit.ts';
import { hasMarks } from './pictures/scene.ts';
import { list, sheet } from './pictures/sheet.ts';
import type { PictureUse } from './pictures/sheet.ts';

const LIMIT = { raw: 6144, gzip: 2560 };
const args = process.argv.slice(2);
const asks = (flag: string) => args.includes(`--${flag}`);
const kit = openKit(join('content', 'pictures'));
const wanted = args.filter((arg) => !arg.startsWith('--'));
const print = asks('print');
const home = join('.cache', print ? 'pictures-print' : 'pictures');

function uses(): PictureUse[] {
	const lessons = readCourses('content', []).flatMap((course) => course.lessons);
	return [...kit.names].map((name) => ({
		name,
		lessons: lessons.filter(({ draft }) => name in draft.pictures).map(({ draft }) => draft.id)
	}));
}

/** What is wrong with a picture, in words. */
function faults(name: string, svg: string): string[] {
	const [raw, gzip] = [Buffer.byteLength(svg), gzipSync(svg, { level: 9 }).length];
	const { title, desc } = kit.scene(name);
	return [
		...(raw > LIMIT.raw ? [`${raw} B, at most ${LIMIT.raw}`] : []),
		...(gzip > LIMIT.gzip ? [`${gzip} B gzip, at most ${LIMIT.gzip}`] : []),
		...(title?.es ? [] : ['no Spanish title']),
		...(desc?.es ? [] : ['no Spanish description'])
	].map((text) => `${name}: ${text}`);
}

function draw(name: string): string[] {
	const scene = kit.scene(name);
	const jobs = hasMarks(scene) ? [false, true] : [false];
	return jobs.flatMap((marked) => {
		const how = marked ? { marks: true, print } : { print };
		const { svg, warnings } = kit.compose(scene, how);
		if (!asks('check')) writeFileSync(join(home, `${name}${marked ? '.marked' : ''}.svg`), svg);
		const told = asks('reach') && !marked ? warnings.map((text) => `${name}: ${text}`) : [];
		for (const text of told) console.log(text);
		return faults(name, svg);
	});
}

if (asks('list')) {
	process.stdout.write(list(kit, uses()));
	process.exit(0);
}
if (!asks('check')) mkdirSync(home, { recursive: true });
const names = wanted.length ? wanted : [...kit.names];
const wrong = names.flatMap(draw);
if (!asks('check') && !wanted.length) writeFileSync(join(home, 'index.html'), sheet(kit, uses()));
for (const text of wrong) console.error(text);
console.log(`${names.length} pictures${asks('check') ? '' : ` in ${home}`}`);
process.exit(wrong.length ? 1 : 0);
