// Packs WHO's tables (tests/fixtures/who/*.csv) into src/lib/domain/growth/tables/*.ts.
//   npm run growth:tables             writes the modules
//   npm run growth:tables -- --check  says which of them differ from their source, changes nothing
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedModule } from './growth-tables/pack.ts';
import { velocityModule } from './growth-tables/velocity.ts';

const root = join(import.meta.dirname, '..');
const from = join(root, 'tests/fixtures/who');
const to = join(root, 'src/lib/domain/growth/tables');

const DAYS = ['wfa', 'lfa', 'bfa', 'hcfa', 'acfa', 'tsfa', 'ssfa'];
const LENGTHS = ['wfl', 'wfh'];
const MONTHS = ['wfa_5_10', 'hfa_5_19', 'bfa_5_19'];

const read = (name: string) => readFileSync(join(from, `${name}.csv`), 'utf8');
const modules = new Map([
	...[...DAYS, ...MONTHS].map((name) => [name, packedModule(name, read(name), 1)] as const),
	...LENGTHS.map((name) => [name, packedModule(name, read(name), 10)] as const),
	['velocity', velocityModule(['weight', 'length', 'headc'], read)] as const
]);

const stale: string[] = [];
for (const [name, text] of modules) {
	const file = join(to, `${name.replaceAll('_', '-')}.ts`);
	if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
	stale.push(name);
	if (!process.argv.includes('--check')) writeFileSync(file, text);
}
if (process.argv.includes('--check')) {
	for (const name of stale) console.error(`${name}: differs from tests/fixtures/who/${name}.csv`);
	process.exitCode = stale.length ? 1 : 0;
} else {
	console.log(`${modules.size} tables, ${stale.length} written`);
}
