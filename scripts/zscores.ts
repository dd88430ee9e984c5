// z-scores for a file of children, as WHO's own packages give them.
//   npm run -s zscores -- children.csv > out.csv
//   npm run -s zscores -- --5to19 pupils.csv > out.csv
//   npm run -s zscores -- --prevalence survey.csv > table.csv
import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { NotATable, openCsv, type Csv } from './zscores/csv.ts';
import { prevalenceTable } from './zscores/prevalence.ts';
import { schoolAddition } from './zscores/school.ts';
import { addColumns, demand, type Addition, type Outcome, type Sink } from './zscores/table.ts';
import { underFiveAddition } from './zscores/under-five.ts';

const USAGE = `z-scores of the WHO Child Growth Standards as CSV on standard output.

  npm run -s zscores -- FILE.csv          0-5 years: sex, age, age_unit, weight, lenhei, measure, headc,
                                          armc, triskin, subskin, oedema; other columns go through
  npm run -s zscores -- --5to19 FILE.csv  5-19 years: sex, age_months, height, weight, oedema
  npm run -s zscores -- --prevalence FILE.csv
                                          survey tables: sex, age_days, weight, lenhei, measure, oedema
                                          and, where they exist, sw, cluster, strata, typeres, gregion,
                                          wealthq, mothered
A single - reads standard input. Bad rows are told on standard error and keep empty results.
Codes: sex 1 m M = male, 2 f F = female; age_unit d or m; measure l = lying, h = standing; oedema y or n.`;

const HIGH_WATER = 1 << 20;

/** The file as the person typed it: npm runs scripts in the project's folder, not in hers. */
function pathOf(file: string): string {
	const typed = resolve(process.env.INIT_CWD ?? '.', file);
	return existsSync(typed) ? typed : resolve(file);
}

function open(file: string): AsyncIterable<Buffer> {
	if (file === '-') return process.stdin;
	const path = pathOf(file);
	if (!existsSync(path)) throw new NotATable(`no such file: ${path}`);
	return createReadStream(path, { highWaterMark: HIGH_WATER });
}

const terminal = process.stderr.isTTY && !process.stdout.isTTY;
const count = (rows: number) => String(rows).replace(/\B(?=(\d{3})+$)/g, ' ');

const sink: Sink = {
	write: (text) =>
		new Promise((done, fail) => {
			process.stdout.write(text, 'latin1', (fault) => (fault ? fail(fault) : done()));
		}),
	complain(line, why) {
		console.error(`line ${line}: ${Buffer.from(why, 'latin1').toString()}`);
	},
	progress(rows) {
		if (terminal) process.stderr.write(`\r${count(rows)} children `);
	}
};

async function add(csv: Csv, addition: Addition): Promise<Outcome> {
	demand(csv, addition.inputs);
	return addColumns(csv, addition, sink);
}

async function main(args: readonly string[]): Promise<number> {
	const [file, ...more] = args.filter((arg) => !arg.startsWith('--'));
	const flags = new Set(args.filter((arg) => arg.startsWith('--')));
	const school = flags.delete('--5to19');
	const survey = flags.delete('--prevalence');
	if (!file || more.length || flags.size || (school && survey)) {
		console.error(USAGE);
		return flags.has('--help') ? 0 : 1;
	}
	const csv = await openCsv(open(file));
	const outcome = survey
		? await prevalenceTable(csv, sink)
		: await add(csv, school ? schoolAddition : underFiveAddition());
	if (terminal) process.stderr.write('\n');
	return outcome.rows > 0 && outcome.good === 0 ? 1 : 0;
}

process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
	// whoever reads has enough (`| head`)
	if (fault.code === 'EPIPE') process.exit(0);
});
try {
	process.exitCode = await main(process.argv.slice(2));
} catch (fault) {
	if (!(fault instanceof NotATable) && !(fault instanceof Error && 'code' in fault)) throw fault;
	console.error(`nothing could be read: ${fault.message}`);
	process.exitCode = 1;
}
