import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const SCAN =
	/\b(?:entries|rows|meta)\s*\.(?:filter|each|toArray|toCollection|count)\(|\.(?:entries|rows|meta)\.(?:filter|each|toArray|toCollection)\(/;
const DIR = 'src/lib/store';

it('no query of the phone reads a whole table: each goes by an index or by ids', () => {
	const files = readdirSync(DIR).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
	expect(files.length).toBeGreaterThan(15);
	const scans = files.filter((name) => {
		const code = readFileSync(`${DIR}/${name}`, 'utf8');
		return [...code.matchAll(/\bdb(?:\s*\.\s*\w+)\s*\.\w+\(/g)].some(([call]) => SCAN.test(call));
	});
	expect(scans).toEqual([]);
	expect(SCAN.test('db.entries\n\t\t.filter(')).toBe(true);
});
