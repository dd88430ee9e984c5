// npm test: everything that is checked before a change is taken. Its last line is `N passed, N failed`.
// One part alone: `npm test -- unit`. Plain Node without dependencies, as it installs them.
import { nodeProblem } from './server/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
	console.error(problem);
	process.exit(1);
}
import('./server/test.mjs').then(({ test }) => test(process.argv.slice(2)));
