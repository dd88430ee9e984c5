import { describe, expect, it } from 'vitest';
import { chatBrowser, chromeIntent } from './chat-browser.ts';

const android = 'Mozilla/5.0 (Linux; Android 11; SM-A013M) AppleWebKit/537.36 (KHTML, like Gecko)';

describe('a page inside a chat', () => {
	it.each([
		[`${android} Version/4.0 Chrome/120.0 Mobile Safari/537.36 [FBAN/EMA;FBAV/400]`, 'Facebook'],
		[`${android} Version/4.0 Chrome/120.0 Mobile Safari/537.36 WhatsApp/2.24`, 'WhatsApp'],
		[`${android} Version/4.0 Chrome/120.0 Mobile Safari/537.36 Instagram 300.0`, 'Instagram'],
		[
			'Mozilla/5.0 (Linux; Android 11; SM-A013M; wv) AppleWebKit/537.36 Version/4.0 Chrome/120.0',
			'otra aplicación'
		]
	])('%s', (userAgent, name) => {
		expect(chatBrowser(userAgent)).toEqual({ name, system: 'android' });
	});

	it('knows an iPhone', () => {
		const iphone =
			'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) Mobile/15E148 [FBAN/FBIOS]';
		expect(chatBrowser(iphone)?.system).toBe('iphone');
	});

	it('leaves Chrome and Firefox in peace', () => {
		expect(chatBrowser(`${android} Chrome/120.0.0.0 Mobile Safari/537.36`)).toBeNull();
		expect(chatBrowser('Mozilla/5.0 (Android 11; Mobile; rv:120.0) Firefox/120.0')).toBeNull();
	});
});

it('gives Chrome the same address', () => {
	expect(chromeIntent(new URL('https://yatiqana.bo/ay/courses/?x=1'))).toBe(
		'intent://yatiqana.bo/ay/courses/?x=1#Intent;scheme=https;package=com.android.chrome;end'
	);
});

it('takes the code of a phone along, which is in the fragment', () => {
	expect(chromeIntent(new URL('https://yatiqana.bo/enrol/#ABCD2345'))).toBe(
		'intent://yatiqana.bo/enrol/#ABCD2345#Intent;scheme=https;package=com.android.chrome;end'
	);
});
