/**
 * One description of the interface languages, for the build, the checks and the tests.
 *
 * @satisfies {import('@inlang/paraglide-js').CompilerOptions}
 */
export const paraglide = /** @type {const} */ ({
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	// the address decides, and app/prefix.ts reads it: the library's own way brings 8 kB to every phone
	strategy: ['globalVariable', 'baseLocale']
});
