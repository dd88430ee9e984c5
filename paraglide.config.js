/**
 * One description of the interface languages, for the build, the checks and the tests.
 *
 * @satisfies {import('@inlang/paraglide-js').CompilerOptions}
 */
export const paraglide = /** @type {const} */ ({
	project: './project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['url', 'baseLocale'],
	urlPatterns: [
		{
			pattern: '/:path(.*)?',
			localized: [
				['ay', '/ay/:path(.*)?'],
				['es', '/:path(.*)?']
			]
		}
	]
});
