import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { noLiteralWords } from './scripts/lint/no-literal-words.js';

export default ts.config(
	{
		ignores: [
			'node_modules/',
			'.svelte-kit/',
			'.cache/',
			'build/',
			'data/',
			'data-demo/',
			'src/lib/paraglide/',
			'src/lib/library/generated/',
			'src/lib/domain/growth/tables/',
			'static/',
			'content/',
			'pocketbase/pb_hooks/',
			'pocketbase/pb_migrations/',
			'test-results/',
			'playwright-report/'
		]
	},
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		rules: {
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'no-empty': ['error', { allowEmptyCatch: false }],
			'no-console': 'error',
			'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
			eqeqeq: 'error'
		}
	},
	{
		files: ['src/lib/domain/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				'window',
				'document',
				'fetch',
				'crypto',
				'performance',
				'setTimeout',
				'Intl',
				'process'
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random', message: 'Randomness is injected.' },
				{ object: 'Date', property: 'now', message: 'Time is injected.' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		}
	},
	{
		files: ['src/**/*.svelte'],
		plugins: { house: { rules: { 'no-literal-words': noLiteralWords } } },
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off', // addresses are made by app/address.ts, which localizes them
			'svelte/require-each-key': 'error',
			'svelte/no-inline-styles': ['error', { allowTransitions: false }],
			'house/no-literal-words': 'error',
			'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }]
		}
	},
	{
		files: ['**/*.test.ts', 'tests/**/*.ts'],
		rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-lines': 'off' }
	},
	{ files: ['scripts/**', 'tests/**'], rules: { 'no-console': 'off' } },
	{ files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } }
);
