/** A browser inside a chat: what is kept there may be gone tomorrow, and it cannot be installed. */
export interface ChatBrowser {
	readonly name: string;
	readonly system: 'android' | 'iphone';
}

const KNOWN: readonly (readonly [RegExp, string])[] = [
	[/\bWhatsApp\b/i, 'WhatsApp'],
	[/\bFBAN|\bFBAV|\bFB_IAB/, 'Facebook'],
	[/\bMessenger\b|\bOrca-Android\b/, 'Messenger'],
	[/\bInstagram\b/, 'Instagram'],
	[/\bTelegram\b/i, 'Telegram'],
	[/\bTikTok|musical_ly|\bBytedanceWebview\b/i, 'TikTok'],
	// any other app that shows pages by itself (Android WebView)
	[/; wv\)/, 'otra aplicación']
];

/** Which chat this page is shown in, by what the browser says of itself; null in a real browser. */
export function chatBrowser(userAgent: string): ChatBrowser | null {
	const system = /iPhone|iPad/.test(userAgent) ? 'iphone' : 'android';
	const known = KNOWN.find(([sign]) => sign.test(userAgent));
	return known ? { name: known[1], system } : null;
}

/** Opens an address in Chrome from inside another app (Android intent). Its fragment goes along: the code of
 * a phone is in it, and Android looks for the last # alone. */
export const chromeIntent = ({ protocol, host, pathname, search, hash }: URL): string =>
	`intent://${host}${pathname}${search}${hash}#Intent;scheme=${protocol.slice(0, -1)};package=com.android.chrome;end`;
