/** Slow enough that trying all 1,320 orders by hand is a nuisance; it veils, it protects nothing. */
const ROUNDS = 60_000;

const hex = (bytes: Uint8Array): string =>
	[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function stretched(pictures: readonly string[], salt: string): Promise<string> {
	const text = new TextEncoder();
	const key = await crypto.subtle.importKey(
		'raw',
		text.encode(pictures.join(' ')),
		'PBKDF2',
		false,
		['deriveBits']
	);
	const how = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: ROUNDS };
	return hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, 128)));
}

/** A picture PIN as it is kept: `salt.hash`, the order of the pictures counts. */
export async function veil(pictures: readonly string[]): Promise<string> {
	const salt = hex(crypto.getRandomValues(new Uint8Array(8)));
	return `${salt}.${await stretched(pictures, salt)}`;
}

/** Whether these pictures in this order are the ones that were kept. */
export async function lifts(pictures: readonly string[], kept: string): Promise<boolean> {
	const [salt = '', hash = ''] = kept.split('.');
	return hash !== '' && (await stretched(pictures, salt)) === hash;
}
