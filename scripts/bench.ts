// npm run bench: every measurement that this machine can take, as a table and as bench/latest.json.
//   npm run bench                     all parts
//   npm run bench -- visit --runs 5   one part; what follows is its own
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { makeAll } from './server/build.mjs';
import { at } from './server/place.mjs';
import { holds, readRow, type Row } from './bench/row.ts';

/** Of ours, but no parts. */
const TOOLS = ['row', 'shaper', 'field', 'vault-page'];

const parts = readdirSync(at('scripts/bench'))
	.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
	.map((name) => name.replace(/\.ts$/, ''))
	.filter((name) => !TOOLS.includes(name));

const said = (row: Row) => {
	const value = `${+row.value.toPrecision(4)} ${row.unit}`;
	const bar = row.bar === undefined ? '' : `${row.least ? '≥' : '≤'} ${row.bar} ${row.unit}`;
	const mark = { true: 'ok', false: 'OVER', undefined: '' }[String(holds(row))] ?? '';
	return [
		row.what.padEnd(52),
		value.padStart(14),
		bar.padStart(14),
		mark.padEnd(5),
		row.note ?? ''
	];
};

/** Runs one part in the open and gathers what it measured. */
function run(part: string, args: string[]): Promise<{ rows: Row[]; code: number }> {
	return new Promise((done) => {
		const command = ['scripts/run.mjs', `scripts/bench/${part}.ts`, ...args];
		const child = spawn(process.execPath, command, {
			cwd: at(),
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const rows: Row[] = [];
		let rest = '';
		child.stdout.on('data', (text) => {
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			for (const line of lines) {
				const row = readRow(line);
				if (row) rows.push(row);
				console.log(row ? said(row).join('  ').trimEnd() : line);
			}
		});
		child.on('close', (code) => done({ rows, code: code ?? 1 }));
	});
}

const [asked, ...rest] = process.argv.slice(2);
const chosen = asked && !asked.startsWith('--') ? [asked] : parts;
const unknown = chosen.find((part) => !parts.includes(part));
if (unknown) {
	console.error(`There is no part "${unknown}". Parts: ${parts.join(', ')}.`);
	process.exit(1);
}
await makeAll();
const LATEST = at('bench/latest.json');
// a part that is not run keeps what it measured last, with its date
const report: Record<string, { date: string; rows: Row[] }> = existsSync(LATEST)
	? JSON.parse(readFileSync(LATEST, 'utf8')).parts
	: {};
const measured: Row[] = [];
let broken = 0;
for (const part of chosen) {
	console.log(`\n== ${part}`);
	const { rows, code } = await run(part, chosen === parts ? process.argv.slice(2) : rest);
	report[part] = { date: new Date().toISOString(), rows };
	measured.push(...rows);
	if (code !== 0) broken++;
}
const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
mkdirSync(at('bench'), { recursive: true });
const latest = { machine, node: process.version, parts: report };
writeFileSync(LATEST, `${JSON.stringify(latest, null, '\t')}\n`);
const over = measured.filter((row) => holds(row) === false);
console.log(`\n${over.length} over their bar${broken ? `, ${broken} parts broke` : ''}`);
process.exit(over.length || broken ? 1 : 0);
