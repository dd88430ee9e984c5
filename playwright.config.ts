import { defineConfig } from '@playwright/test';
import { chromiumArgs, findChromium } from './scripts/server/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	globalSetup: './tests/support/e2e-setup.ts',
	workers: 2,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	forbidOnly: true,
	reporter: [['list'], ['json', { outputFile: '.cache/test/e2e.json' }]],
	use: {
		// the phone of the learner; a spec of the office widens it
		viewport: { width: 360, height: 640 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true,
		locale: 'es-BO',
		timezoneId: 'America/La_Paz',
		trace: 'retain-on-failure',
		launchOptions: { args: chromiumArgs(), ...(executablePath ? { executablePath } : {}) }
	}
});
