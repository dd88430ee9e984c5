// npm run dev: Vite with the API beside it, on data of its own. Plain Node, as it may have to install first.
import { nodeProblem } from './server/node-version.mjs';

const problem = nodeProblem(process.versions.node);
if (problem) {
	console.error(problem);
	process.exit(1);
}
import('./server/dev.mjs').then(({ dev }) => dev());
