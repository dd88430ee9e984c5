/** One sealed value. */
export interface Box {
	readonly iv: Uint8Array<ArrayBuffer>;
	readonly sealed: Uint8Array<ArrayBuffer>;
}

const utf8 = new TextEncoder();
const text = new TextDecoder();

/** A key for AES-256-GCM that never leaves the browser. */
export const newBoxKey = (): Promise<CryptoKey> =>
	crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** Seals a value with a fresh IV. `label` says what and where the box is: opened under another one it
 * fails, so boxes cannot be exchanged. */
export async function seal(key: CryptoKey, label: string, value: unknown): Promise<Box> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const how = { name: 'AES-GCM', iv, additionalData: utf8.encode(label) };
	const sealed = await crypto.subtle.encrypt(how, key, utf8.encode(JSON.stringify(value)));
	return { iv, sealed: new Uint8Array(sealed) };
}

/** Throws if the key, the label or a single bit is another. */
export async function open(key: CryptoKey, label: string, { iv, sealed }: Box): Promise<unknown> {
	const how = { name: 'AES-GCM', iv, additionalData: utf8.encode(label) };
	return JSON.parse(text.decode(await crypto.subtle.decrypt(how, key, sealed)));
}
