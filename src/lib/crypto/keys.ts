import type { Box } from './box.ts';

const utf8 = new TextEncoder();
const AES = { name: 'AES-GCM', length: 256 };

/** A key that may be wrapped; once it is unwrapped for use it can not be taken out again. */
export const newDataKey = (): Promise<CryptoKey> =>
	crypto.subtle.generateKey(AES, true, ['encrypt', 'decrypt']);

/** Wraps a data key; `label` says whose it is and which. */
export async function wrap(key: CryptoKey, by: CryptoKey, label: string): Promise<Box> {
	const iv = crypto.getRandomValues(new Uint8Array(12));
	const how = { name: 'AES-GCM', iv, additionalData: utf8.encode(label) };
	return { iv, sealed: new Uint8Array(await crypto.subtle.wrapKey('raw', key, by, how)) };
}

/** Answers undefined if the wrapping key, so the code behind it, is another. `again`: it is to be
 * wrapped under another code. */
export async function unwrap(
	{ iv, sealed }: Box,
	by: CryptoKey,
	{ label, again = false }: { readonly label: string; readonly again?: boolean }
): Promise<CryptoKey | undefined> {
	const how = { name: 'AES-GCM', iv, additionalData: utf8.encode(label) };
	try {
		return await crypto.subtle.unwrapKey('raw', sealed, by, how, AES, again, [
			'encrypt',
			'decrypt'
		]);
	} catch {
		return undefined; // the seal does not fit: this is how a wrong code shows
	}
}

/** A key for use, out of 32 bytes in hexadecimal. */
export const dataKey = (hex: string): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', bytesOf(hex), AES, false, ['encrypt', 'decrypt']);

/** Bytes out of hexadecimal; throws a RangeError if it is none. */
export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
	if (!/^([0-9a-f]{2})+$/.test(hex)) throw new RangeError('not hexadecimal');
	return Uint8Array.from({ length: hex.length / 2 }, (_, i) =>
		Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)
	);
}
