// The law is as good as what it catches: each rule of the engine is taken away once, in a copy, and stories must tell.
import { build } from 'esbuild';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { meansWhatItIs } from '../support/journal/laws.ts';
import { story, type Story } from '../support/journal/stories.ts';

/** What is taken away, in which file, and what stands there instead. */
const MUTANTS: [rule: string, file: string, code: string, instead: string][] = [
	[
		'what strikes out is itself final',
		'said.ts',
		'isFinal(e) ? NONE : (this.modifiers.get(e.id) ?? NONE)',
		'this.modifiers.get(e.id) ?? NONE'
	],
	[
		'an entry goes with what was said of it',
		'arrive.ts',
		'for (const e of [...moved]) for (const modifier of desk.said.of(e)) moved.add(modifier);',
		''
	],
	['what is said of an entry finds it', 'arrive.ts', 'if (far.length) {', 'if (Math.PI < 3) {'],
	[
		'a merge, an erase or a move stirs what came before',
		'arrive.ts',
		'if (!stirred.size) return stirred;',
		'if (stirred.size || !stirred.size) return stirred;'
	],
	[
		'ids are learnt until nothing new is tied',
		'arrive.ts',
		'todo = new Set(next.flatMap((id) => this.desk.ever.leadsTo(id)));',
		'return;'
	],
	[
		'ties that are dead now still lead to what must be folded',
		'arrive.ts',
		'desk.ever.joined(id, false)));\n\t\tif (!stirred',
		'desk.ever.joined(id, true)));\n\t\tif (!stirred'
	],
	[
		'a merged row is shown once',
		'arrive.ts',
		'desk.said.shownAs(owner) === owner ? folding.row(k) : null',
		'folding.row(k)'
	],
	[
		'a fact is filed for whom it was given to',
		'desk.ts',
		'if (!others.length) return own;',
		'if (others) return own;'
	],
	['a blank stays where it was made', 'desk.ts', 'if (this.isGone(e) || !this', 'if (!this'],
	[
		'a move that was struck out moves nothing',
		'desk.ts',
		'.filter((move) => !this.said.isStruck(move) && !this.isGone(move))',
		''
	],
	[
		'a void goes where its target goes',
		'desk.ts',
		'if (target && target !== e && !isFinal(target)) return this.home(target);',
		''
	],
	[
		'an erased person takes along what was ever given to her',
		'desk.ts',
		'this.subjects(e).some((id) => this.said.isErased(id))',
		'this.said.isErased(this.subject(e))'
	],
	[
		'only what hangs on a person is given away',
		'desk.ts',
		'if (to && isGivable(this.reading.keys({ ...e, subject: to }), to)) given.push(to);',
		'if (to) given.push(to);'
	],
	[
		'a fact given away leaves the row it was in',
		'fold.ts',
		'if (!this.desk.said.of(e).length) return',
		'if (e) return'
	],
	['rows follow the order of stamps', 'fold.ts', 'if (pile.length > 1) pile.sort(', 'void ('],
	[
		'what was struck out counts for nothing',
		'fold.ts',
		'!isControl(e) && !desk.said.isStruck(e) && !desk.isGone(e)',
		'!isControl(e) && !desk.isGone(e)'
	],
	[
		'a merge with an erased person is none',
		'said.ts',
		'this.isStruck(e) || this.erased.has(tie.from) || this.erased.has(tie.to)',
		'this.isStruck(e)'
	],
	[
		'people are shown under the one that nobody merged away',
		'said.ts',
		'(all.find((one) => !away.has(one)) ?? all[0] ?? id)',
		'(all[0] ?? id)'
	]
];

/** The rarest, a blank that must not follow a move, takes 16,295 of them. */
const STORIES = 20_000;
let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'mutants-'))));
afterAll(() => rm(folder, { recursive: true }));

/** The law with an engine in which one piece of code was replaced. */
async function lawOf(name: string, file: string, code: string, instead: string) {
	const outfile = join(folder, `${name}.mjs`);
	await build({
		entryPoints: [join(import.meta.dirname, '../support/journal/laws.ts')],
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		packages: 'external',
		plugins: [
			{
				name: 'mutant',
				setup: ({ onLoad }) =>
					onLoad({ filter: /domain\/journal\/[a-z]+\.ts$/ }, async ({ path }) => {
						const contents = await readFile(path, 'utf8');
						if (basename(path) !== file) return { contents, loader: 'ts' };
						expect(contents.split(code), `${code} stands once in ${file}`).toHaveLength(2);
						return { contents: contents.replace(code, () => instead), loader: 'ts' };
					})
			}
		]
	});
	return ((await import(pathToFileURL(outfile).href)) as { meansWhatItIs: typeof meansWhatItIs })
		.meansWhatItIs;
}

function firstThatTells(law: (told: Story) => void): number | undefined {
	const { failed, numRuns } = fc.check(fc.property(story, law), {
		numRuns: STORIES,
		seed: 1,
		endOnFailure: true
	});
	return failed ? numRuns : undefined;
}

it('without a mutation the copy keeps the law', async () => {
	const law = await lawOf('whole', 'arrive.ts', 'if (far.length) {', 'if (far.length) {');
	const { failed } = fc.check(fc.property(story, law), { numRuns: 2000, seed: 1 });
	expect(failed).toBe(false);
});

it.each(MUTANTS)(
	'the law catches it when this is gone: %s',
	{ timeout: 120_000 },
	async (...mutant) => {
		const [, file, code, instead] = mutant;
		const law = await lawOf(mutant[0].replaceAll(' ', '-'), file, code, instead);
		const after = firstThatTells(law);
		expect(after).toBeDefined();
	}
);
