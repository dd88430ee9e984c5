// npm run budgets: what the build weighs and whether it is whole. After `vite build`; part of npm test.
import { existsSync } from 'node:fs';
import { courses } from '#lib/library/courses.ts';
import { at } from './server/place.mjs';
import { manifest, parts, policies, prerendered, weights } from './budgets/bars.ts';
import { Build } from './budgets/build.ts';

if (!existsSync(at('build/index.html'))) {
	console.error('There is no build: npm run build first.');
	process.exit(1);
}
const build = new Build(at('build'));
const addresses = courses.flatMap((course) => [
	`/courses/${course.id}/`,
	...course.lessons.map((lesson) => `/courses/${course.id}/${lesson.id}/`)
]);
const lines = [
	...weights(build),
	...manifest(build),
	...parts(build),
	...prerendered(build, addresses),
	...policies(build)
];
for (const { ok, what, said } of lines)
	console.log(`${ok ? 'ok    ' : 'FAILED'} ${what.padEnd(40)} ${said}`);
process.exit(lines.every((line) => line.ok) ? 0 : 1);
