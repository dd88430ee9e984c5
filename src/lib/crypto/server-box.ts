const utf8 = new TextEncoder();

/**
 * Seals a text so that only the server can read it, out of the secret it shares with this phone. In the
 * form its own engine opens: base64 of nonce and AES-256-GCM, the key 32 letters of a keyed hash.
 */
export async function sealForServer(secret: string, text: string): Promise<string> {
	const hmac = { name: 'HMAC', hash: 'SHA-256' };
	const by = await crypto.subtle.importKey('raw', utf8.encode(secret), hmac, false, ['sign']);
	const hash = new Uint8Array(await crypto.subtle.sign('HMAC', by, utf8.encode('file:1')));
	const letters = utf8.encode(hex(hash).slice(0, 32));
	const key = await crypto.subtle.importKey('raw', letters, 'AES-GCM', false, ['encrypt']);
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8.encode(text));
	return base64([iv, new Uint8Array(sealed)]);
}

const hex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

function base64(parts: readonly Uint8Array[]): string {
	let text = '';
	for (const part of parts) for (const byte of part) text += String.fromCharCode(byte);
	return btoa(text);
}
