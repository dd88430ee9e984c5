// A part of the bench: the law of the journal over a hundred thousand stories; the unit tests tell 6,000.
//   npm run bench -- stories [--stories 100000] [--seed 1]
import { parseArgs } from 'node:util';
import { meansWhatItIs } from '../../tests/support/journal/laws.ts';
import { holds } from '../../tests/support/journal/play.ts';
import { story } from '../../tests/support/journal/stories.ts';
import { row } from './row.ts';

const { values } = parseArgs({
	options: { stories: { type: 'string', default: '100000' }, seed: { type: 'string' } },
	strict: false
});
const numRuns = Number(values.stories);
const seed = values.seed ? { seed: Number(values.seed) } : {};

let differences = 0;
const began = performance.now();
try {
	holds(story, meansWhatItIs, { numRuns, ...seed });
} catch (error) {
	differences = 1;
	console.log(String(error), error instanceof Error ? error.cause : '');
}
const seconds = Math.round((performance.now() - began) / 1000);
const note = `${numRuns} stories in ${seconds} s`;
row({ what: 'journal: stories that differ from the oracle', value: differences, unit: '', bar: 0, note });
