import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';

// every case starts a process
vi.setConfig({ testTimeout: 60_000 });

const FIXTURES = 'tests/fixtures/who';
const read = (file: string) => readFileSync(join(FIXTURES, file), 'utf8');

/** The command of package.json, as a person runs it. */
function zscores(args: readonly string[], input = '') {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['scripts/run.mjs', 'scripts/zscores.ts', ...args],
		{ input, encoding: 'latin1', maxBuffer: 1 << 26 }
	);
	return { status, stdout, stderr };
}

const folder = mkdtempSync(join(tmpdir(), 'zscores-'));
afterAll(() => rmSync(folder, { recursive: true }));

const INPUTS = 13;
const cut = (csv: string, columns: number) =>
	csv
		.trimEnd()
		.split('\n')
		.map((line) => line.split(',').slice(0, columns).join(',') + '\n')
		.join('');

describe('z-scores of a file', () => {
	it('are, byte for byte, the file that WHO’s package makes of the same children', () => {
		const golden = read('golden.csv');
		const file = join(folder, 'children.csv');
		writeFileSync(file, cut(golden, INPUTS));
		expect(zscores([file])).toEqual({ status: 0, stdout: golden, stderr: '' });
	});

	it('are the same for a file that has been through before, from standard input', () => {
		const golden = read('golden.csv');
		expect(zscores(['-'], golden).stdout).toBe(golden);
	});

	it('are those of the reference for 5 to 19 years with --5to19', () => {
		const golden = read('golden_5_19.csv');
		expect(zscores(['--5to19', join(FIXTURES, 'golden_5_19.csv')])).toEqual({
			status: 0,
			stdout: golden,
			stderr: ''
		});
	});
});

describe('any table', () => {
	const answer = '400,74.93,l,0,15.139358058089856,2,-0.17,0,-0.65,0,-0.81,0,-0.79,0,,,,,,,,';
	const outputs =
		'out_age_days,out_clenhei,out_cmeasure,out_c9mo_flag,out_cbmi,out_csex,zlen,flen,zwei,fwei,' +
		'zwfl,fwfl,zbmi,fbmi,zhc,fhc,zac,fac,zts,fts,zss,fss';

	it('keeps columns it does not know, in any order, with quotes, letters and line breaks', () => {
		const { status, stdout, stderr } = zscores(
			['-'],
			'\u00ef\u00bb\u00bfname,lenhei,measure,"note, long",sex,age,weight\r\n' +
				'"Quispe, J\u00c3\u00bcana",74.93,L,"said ""si""\ntwice",F,400,8.5\r\n'
		);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout).toBe(
			`name,lenhei,measure,"note, long",sex,age,weight,${outputs}\n` +
				`"Quispe, J\u00c3\u00bcana",74.93,L,"said ""si""\ntwice",F,400,8.5,${answer}\n`
		);
	});

	it('may come from a Spanish spreadsheet: semicolons and decimal commas', () => {
		const { stdout } = zscores(['-'], 'sex;age;weight;lenhei;measure\n2;400;8,5;74,93;l\n');
		const comma = answer.replaceAll(',', ';').replaceAll('.', ',');
		expect(stdout).toBe(
			`sex;age;weight;lenhei;measure;${outputs.replaceAll(',', ';')}\n2;400;8,5;74,93;l;${comma}\n`
		);
	});

	it('counts an age in days unless the unit says months', () => {
		const rows = zscores(['-'], 'sex,age,age_unit\n1,24,m\n1,24,\n1,730.5,d\n').stdout;
		expect(rows.split('\n').map((row) => row.split(',')[3])).toEqual([
			'out_age_days',
			'731',
			'24',
			'731',
			undefined
		]);
	});

	it('takes weight, length and circumferences of 0 and less for missing', () => {
		const { stdout, stderr } = zscores(['-'], 'sex,age,weight,lenhei\n2,400,0,-75\n');
		expect(stderr).toBe('');
		expect(stdout.split('\n')[1]).toBe('2,400,0,-75,400,,,0,,2,,,,,,,,,,,,,,,,');
	});
});

describe('a bad row', () => {
	const head = 'id,sex,age,age_unit,weight,lenhei,measure,oedema\n';
	const empty = ','.repeat(22);

	it('is told with its line and keeps empty results', () => {
		const good = '2,2,400,d,8.5,74.9,l,n';
		const bad = [
			['1,3,400,d,8.5,74.9,l,n', 'sex is none of 1 m M 2 f F: 3'],
			['1,2,-4,d,8.5,74.9,l,n', 'age is negative: -4'],
			['1,2,400,w,8.5,74.9,l,n', 'age_unit is none of d D m M: w'],
			['1,2,400,d,8.5 kg,74.9,l,n', 'weight is not a number: 8.5 kg'],
			['1,2,400,d,8.5,74.9,x,n', 'measure is none of l L h H: x'],
			['1,2,400,d,8.5,74.9,l,?', 'oedema is none of y Y 1 n N 2: ?'],
			['1,2,400,d,Infinity,74.9,l,n', 'weight is not a number: Infinity']
		] as const;
		const input = bad.map(([row]) => `${row}\n${good}\n`).join('');
		const { status, stdout, stderr } = zscores(['-'], head + input);
		const rows = stdout.split('\n').slice(1);
		bad.forEach(([row, why], i) => {
			expect(stderr.split('\n')[i]).toBe(`line ${2 + 2 * i}: ${why}`);
			expect(rows[2 * i]).toBe(row + empty);
			expect(rows[2 * i + 1]).toMatch(/^2,2,400,d,8.5,74.9,l,n,400,74.9,/);
		});
		expect(stderr.trimEnd().split('\n')).toHaveLength(bad.length);
		expect(status).toBe(0);
	});

	it('with too few or too many cells still lines up', () => {
		const { stdout, stderr } = zscores(
			['-'],
			`${head}1,2,400\n\n2,2,400,d,8.5,74.9,l,n,x,y\n3,2,400,d,,,,\n`
		);
		expect(stderr).toBe('line 2: 3 cells, not 8\nline 4: 10 cells, not 8\n');
		expect(stdout.split('\n').slice(1)).toEqual([
			'1,2,400,,,,,' + empty,
			'2,2,400,d,8.5,74.9,l,n' + empty,
			'3,2,400,d,,,,,400,,,0,,2' + ','.repeat(16),
			''
		]);
	});
});

describe('when nothing could be read the exit code is 1', () => {
	it.each([
		[
			'a file that is not there',
			['nowhere.csv'],
			'',
			/^nothing could be read: no such file: .*nowhere\.csv/
		],
		['an empty file', ['-'], '', /^nothing could be read: the file is empty/],
		[
			'no column that we know',
			['-'],
			'a,b\n1,2\n',
			/^nothing could be read: none of these columns/
		],
		['UTF-16', ['-'], '\u00ff\u00fes\0e\0x\0\n\0', /^nothing could be read: the file is UTF-16/],
		['only bad rows', ['-'], 'sex,age\n9,1\n', /^line 2: sex/],
		['no file named', [], '', /^z-scores of the WHO/],
		['an option that does not exist', ['--wat', '-'], 'sex\n1\n', /^z-scores of the WHO/]
	])('%s', (_, args, input, message) => {
		const { status, stderr } = zscores(args, input);
		expect(status).toBe(1);
		expect(stderr).toMatch(message);
	});

	it('but a table without rows has been read', () => {
		expect(zscores(['-'], 'sex,age\n')).toMatchObject({ status: 0, stderr: '' });
	});
});

describe('survey tables', () => {
	const table = (csv: string) =>
		csv
			.trimEnd()
			.split('\n')
			.map((line) => line.split(','));
	const [head = [], ...expected] = table(read('prevalence_expected.csv'));

	it('are those of WHO’s package for four designs, within 1e-6', () => {
		const { status, stdout, stderr } = zscores([
			'--prevalence',
			join(FIXTURES, 'prevalence_input.csv')
		]);
		const [names = [], ...rows] = table(stdout);
		expect({ status, stderr, names }).toEqual({ status: 0, stderr: '', names: head });
		expect(rows.map((row) => row.slice(0, 2))).toEqual(expected.map((row) => row.slice(0, 2)));
		const far: string[] = [];
		expected.forEach((row, i) =>
			row.slice(2).forEach((text, j) => {
				const [value, got] = [Number(text), Number(rows[i]?.[j + 2] || NaN)];
				if (!(Math.abs(got - value) <= 1e-6 * Math.abs(value))) {
					far.push(`${row[0]} ${row[1]} ${head[j + 2]}: ${value} ≠ ${got}`);
				}
			})
		);
		expect(far).toEqual([]);
		expect(rows).toHaveLength(136);
	});

	it('come for the designs and groups whose columns exist', () => {
		const input = 'sex,age_days,weight,lenhei,sw\n1,400,9,75,2\n2,500,9,76,1\n1,700,10,80,\n';
		const { stdout } = zscores(['--prevalence', '-'], input);
		const rows = table(stdout).slice(1);
		expect([...new Set(rows.map((row) => row[0]))]).toEqual(['unweighted', 'weighted']);
		expect(rows).toHaveLength(2 * 21);
		const [all] = rows.filter((row) => row[0] === 'weighted' && row[1] === 'All');
		// the child without a weight counts as a row, and with 0 in the sum
		expect(all?.slice(2, 4)).toEqual(['3', '3']);
		const empty = rows.find((row) => row[1] === 'Age group: 48-59 mo');
		expect(empty?.slice(2, 8)).toEqual(['0', '0', '', '', '', '']);
	});

	it('leave out bad rows, rows without a cluster and children above five years', () => {
		const input =
			'sex,age_days,weight,lenhei,sw,cluster\n1,400,9,75,1,a\n2,500,9,76,1,b\n' +
			'1,450,9,75,-1,a\n1,450,9,75,1,\n1,1827,16,105,1,a\n';
		const { stdout, stderr } = zscores(['--prevalence', '-'], input);
		expect(stderr).toBe('line 4: sw is negative: -1\n');
		const sizes = table(stdout)
			.filter((row) => row[1] === 'All')
			.map((row) => [row[0], row[3]]);
		expect(sizes).toEqual([
			['unweighted', '3'],
			['weighted', '3'],
			['cluster_only', '2']
		]);
	});
});
