// npm start: from a bare clone to a running programme. Plain Node without dependencies: it runs before they are there.
import { nodeProblem } from './server/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
	console.error(problem);
	process.exit(1);
}
import('./server/start.mjs').then(({ start }) => start(process.argv.slice(2)));
