// What every journey starts with: a real server of its own worker, with a small programme on it.
import { test as base } from '@playwright/test';
import { at } from '../../scripts/server/place.mjs';
import { seedProgramme, type Programme } from './programme.ts';
import { startServer, type Server } from './server.ts';

export { expect } from '@playwright/test';

export const test = base.extend<object, { server: Server; programme: Programme }>({
	server: [
		async ({}, use) => {
			const server = await startServer({ web: at('build') });
			await use(server);
			await server.close();
		},
		{ scope: 'worker' }
	],
	programme: [
		async ({ server }, use) => {
			await use(await seedProgramme(server));
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ server }, use) => {
		await use(server.url);
	}
});
