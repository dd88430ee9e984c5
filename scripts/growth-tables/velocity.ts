import { rowsOf, sha256 } from './pack.ts';

/** WHO's velocity tables as rows of numbers: sex, months of the interval, from, to, L, M, S, delta. */
export function velocityModule(names: readonly string[], read: (name: string) => string): string {
	const blocks = names.map((name) => {
		const csv = read(`velocity_${name}`);
		const rows = rowsOf(csv).map((cells) => {
			const [sex, months, from, to, l, m, s, delta] = cells;
			return `\t\t[${sex}, ${months}, '${from}', '${to}', ${l}, ${m}, ${s}, ${delta}]`;
		});
		return [
			`\t// tests/fixtures/who/velocity_${name}.csv sha256 ${sha256(csv)}`,
			`\t${name === 'headc' ? 'head' : name}: [`,
			rows.join(',\n'),
			'\t]'
		].join('\n');
	});
	return [
		'// Made by scripts/growth-tables.ts from tests/fixtures/who/velocity_*.csv',
		`import type { VelocityTables } from '../velocity.ts';`,
		'',
		'export const velocityTables: VelocityTables = {',
		blocks.join(',\n'),
		'};',
		''
	].join('\n');
}
