// A part of the bench: the growth engine. z-scores per second, the first z of a visit, the command line.
//   node scripts/run.mjs scripts/bench/growth.ts
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { allTables } from '../../src/lib/domain/growth/all-tables.ts';
import { underFiveBatch } from '../../src/lib/domain/growth/batch.ts';
import { newColumns, newScores, type Columns } from '../../src/lib/domain/growth/columns.ts';
import { INDICATORS } from '../../src/lib/domain/growth/indicators.ts';
import { row } from './row.ts';

const FIXTURES = 'tests/fixtures/who';

/** A generator of the same numbers every time (mulberry32). */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** Invented children of 3 to 60 months with every measure. */
function children(size: number): Columns {
	const random = seeded(4);
	const columns = newColumns(size);
	for (let i = 0; i < size; i++) {
		const days = 91 + Math.floor(random() * 1735);
		const tenths = (value: number) => Math.round(10 * value) / 10;
		columns.sex[i] = random() < 0.5 ? 1 : 2;
		columns.days[i] = days;
		columns.position[i] = days < 731 ? 1 : 2;
		columns.length[i] = tenths((55 + days * 0.03) * (0.9 + random() * 0.15));
		columns.weight[i] = tenths((4 + days * 0.007) * (0.8 + random() * 0.4));
		columns.head[i] = tenths(42 + days * 0.004 + random() * 3);
		columns.arm[i] = tenths(13 + random() * 3);
		columns.triceps[i] = tenths(6 + random() * 4);
		columns.subscapular[i] = tenths(5 + random() * 4);
	}
	return columns;
}

function batch(): void {
	const size = 20_000;
	const columns = children(size);
	const out = newScores(size);
	const runs: number[] = [];
	for (let run = 0; run < 60; run++) {
		const began = performance.now();
		underFiveBatch(columns, allTables, { out });
		if (run >= 20) runs.push(performance.now() - began);
	}
	const scores = INDICATORS.reduce(
		(sum, indicator) => sum + out.z[indicator].reduce((n, z) => n + (Number.isNaN(z) ? 0 : 1), 0),
		0
	);
	const best = scores / Math.min(...runs) / 1000;
	const middle = scores / (runs.sort((a, b) => a - b)[runs.length >> 1] ?? NaN) / 1000;
	const note = `best of 40 runs, median ${middle.toFixed(1)}; stretch 14`;
	row({ what: 'growth: batch z-scores per second', value: best, unit: 'M/s', bar: 7, least: true, note });
}

const FIRST = `
import { assess } from './src/lib/domain/growth/assess.ts';
import { visitTables } from './src/lib/domain/growth/visit-tables.ts';
const visit = { sex: 'f', birth: { kind: 'exact', day: '2025-10-02' }, day: '2026-11-24',
	position: 'lying', oedema: 'none' };
const began = performance.now();
const { wfa } = assess({ ...visit, weight: 8.1 }, visitTables).z;
const first = performance.now();
const { wfl } = assess({ ...visit, weight: 8.1, length: 68, armMm: 112 }, visitTables).z;
globalThis.answer([first - began, performance.now() - began], wfa, wfl);
`;

/** A visit in an engine that has never run one: compiling and the unpacking of the tables included. */
async function first(): Promise<void> {
	const { outputFiles } = await build({
		stdin: { contents: FIRST, resolveDir: process.cwd(), loader: 'ts' },
		bundle: true,
		write: false,
		format: 'iife',
		platform: 'neutral'
	});
	const code = `globalThis.answer = (ms) => require('node:worker_threads').parentPort.postMessage(ms);`;
	const runs: [number, number][] = [];
	for (let run = 0; run < 15; run++) {
		const worker = new Worker(code + (outputFiles[0]?.text ?? ''), { eval: true });
		runs.push(await new Promise((done) => worker.once('message', done)));
		await worker.terminate();
	}
	const say = (what: string, times: number[], bar?: number) => {
		const middle = times.sort((a, b) => a - b)[7] ?? NaN;
		const note = `${middle.toFixed(2)} ms here, times 6; median of 15 fresh engines`;
		const judged = bar === undefined ? {} : { bar };
		row({ what: `growth: ${what}, CPU ×6`, value: 6 * middle, unit: 'ms', note, ...judged });
	};
	say(
		'first z of a visit',
		runs.map(([z]) => z),
		5
	);
	say(
		'first whole visit',
		runs.map(([, all]) => all)
	);
}

/** golden.csv over and over until there are so many children. */
function survey(rows: number): string {
	const [head = '', ...lines] = readFileSync(join(FIXTURES, 'golden.csv'), 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => line.split(',').slice(0, 13).join(','));
	return [head, ...Array.from({ length: rows }, (_, i) => lines[i % lines.length])].join('\n') + '\n';
}

const TELL = `data:text/javascript,process.on('exit',()=>console.error('maxrss',process.resourceUsage().maxRSS))`;

function command(file: string): Promise<{ seconds: number; megabytes: number }> {
	return new Promise((done) => {
		const began = performance.now();
		const args = ['--import', TELL, 'scripts/run.mjs', 'scripts/zscores.ts', file];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		child.stdout.resume();
		child.stderr.on('data', (text) => (said += text));
		child.on('close', () => {
			const kilobytes = Number(/maxrss (\d+)/.exec(said)?.[1]);
			done({ seconds: (performance.now() - began) / 1000, megabytes: kilobytes / 1024 });
		});
	});
}

async function commandLine(rows: number): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'growth-bench-'));
	const file = join(folder, 'children.csv');
	writeFileSync(file, survey(rows));
	await command(file); // makes the bundle
	const runs = [await command(file), await command(file), await command(file)];
	rmSync(folder, { recursive: true });
	const seconds = runs.map((run) => run.seconds).sort((a, b) => a - b);
	const what = `growth: zscores of ${rows.toLocaleString('en')} children`;
	const note = `median of 3, best ${(seconds[0] ?? NaN).toFixed(2)} s`;
	row({ what, value: seconds[1] ?? NaN, unit: 's', bar: 2.5, note });
	const megabytes = Math.max(...runs.map((run) => run.megabytes));
	row({ what: `${what}: memory`, value: megabytes, unit: 'MB', bar: 200, note: 'worst of 3' });
}

function tables(): void {
	const folder = 'src/lib/domain/growth/tables';
	const text = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
	const value = gzipSync(text.join(''), { level: 9 }).length / 1000;
	row({ what: 'growth: all tables, gzip', value, unit: 'kB', bar: 150 });
}

tables();
batch();
await first();
await commandLine(100_000);
