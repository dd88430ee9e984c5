import type { Page } from '@playwright/test';

/** What a reader would miss or could not hit on the screen that stands there, as sentences. */
export const screenFaults = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const found: string[] = [];
		if (document.documentElement.scrollWidth > innerWidth) found.push('scrolls sideways');
		for (const element of document.querySelectorAll(
			'button, summary, input, select, main a, header a'
		)) {
			const { width, height } = element.getBoundingClientRect();
			if (width && (width < 47.5 || height < 47.5))
				found.push(
					`${element.textContent?.trim().slice(0, 24)} ${Math.round(width)}×${Math.round(height)}`
				);
		}
		for (const image of document.images)
			if (image.complete && image.naturalWidth === 0) found.push(`no picture at ${image.src}`);
		return found;
	});
