import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const SMALL = 'src/lib/domain/shared/small-zod.ts';
// schemas of content are for the build alone
const SKIPPED = /\.test\.ts$|[\\/](course|paraglide|generated)[\\/]/;
const TYPES = /^(infer|input|output|Zod[A-Z]\w*)$/;

/**
 * Phones get the small twin of zod. Should code of ours ask for more of zod than the twin has, phones get zod itself:
 * nothing breaks, and the bar of learner JS tells.
 */
export function smallSchemas(): Plugin {
	let lacking: string[] = [];
	return {
		name: 'yatiqana-schemas',
		apply: 'build',
		enforce: 'pre',
		buildStart() {
			lacking = lacks();
			if (lacking.length)
				this.warn(`phones get all of zod: small-zod.ts lacks ${lacking.join(', ')}`);
		},
		resolveId(id) {
			const small = id === 'zod/mini' && this.environment.name === 'client' && !lacking.length;
			return small ? resolve(SMALL) : null;
		}
	};
}

/** What schemas of entries and answers use and the twin has not. */
export function lacks(): string[] {
	const has = new Set(
		[...readFileSync(SMALL, 'utf8').matchAll(/export (?:const|function) (\w+)/g)].map((m) => m[1])
	);
	has.add('enum');
	const used = readdirSync('src/lib', { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts') && !SKIPPED.test(path))
		.map((path) => readFileSync(join('src/lib', path), 'utf8'))
		.filter((code) => /import \* as z from 'zod\/mini'/.test(code))
		.flatMap((code) => [...code.matchAll(/\bz\s*\.(\w+)/g)].map((match) => match[1] ?? ''));
	return [...new Set(used)].filter((name) => !has.has(name) && !TYPES.test(name));
}
