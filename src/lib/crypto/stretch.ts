/** How hard a code is stretched; stored beside what it wraps, so that a later phone can be harder. */
export interface Hardness {
	readonly memoryKiB: number;
	readonly passes: number;
}

/** Never softer than this, however slow the phone (OWASP's floor for Argon2id). */
export const LEAST: Hardness = { memoryKiB: 19_456, passes: 2 };
const MOST: Hardness = { memoryKiB: 65_536, passes: 4 };
const PROBE: Hardness = { memoryKiB: 8_192, passes: 1 };

/** A phrase may be typed with other capitals, blanks or apostrophes; digits are digits. */
const plain = (code: string): string =>
	code.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/['ʼ]/g, '’');

/** The key that wraps others, out of a code (Argon2id). The code itself is kept nowhere. */
export async function stretch(
	code: string,
	salt: Uint8Array,
	{ memoryKiB, passes }: Hardness
): Promise<CryptoKey> {
	const { argon2id } = await import('hash-wasm');
	const hash = await argon2id({
		password: plain(code),
		salt,
		parallelism: 1,
		iterations: passes,
		memorySize: memoryKiB,
		hashLength: 32,
		outputType: 'binary'
	});
	return wrappingKey(Uint8Array.from(hash));
}

/** A wrapping key out of 32 bytes that are secret already: the server's for recovery. */
export const wrappingKey = (secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);

export const newSalt = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(16));

/** As hard as this phone can in the time (ms), from how long the probe took: memory first, for that is
 * what a guesser with special machines has to pay for. */
export function hardnessFor(probeMs: number, budgetMs: number): Hardness {
	const perKiB = Math.max(probeMs, 0.1) / PROBE.memoryKiB;
	const affordable = budgetMs / perKiB;
	if (affordable <= LEAST.memoryKiB * LEAST.passes) return LEAST;
	const memoryKiB = Math.min(MOST.memoryKiB, Math.floor(affordable / LEAST.passes / 1024) * 1024);
	const passes = Math.min(MOST.passes, Math.floor(affordable / memoryKiB));
	return { memoryKiB: Math.max(LEAST.memoryKiB, memoryKiB), passes: Math.max(2, passes) };
}

/** Tries how fast this phone is, and answers how hard its vaults should be. */
export async function calibrate(clock: () => number, budgetMs = 800): Promise<Hardness> {
	const salt = newSalt();
	await stretch('probe', salt, { memoryKiB: 256, passes: 1 }); // the code must be loaded before timing
	const began = clock();
	await stretch('probe', salt, PROBE);
	return hardnessFor(clock() - began, budgetMs);
}
