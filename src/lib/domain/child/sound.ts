/**
 * How a name sounds, whoever wrote it: Quispe and Qispi, Choque and Chuqi, Condori and Kunturi, Huanca
 * and Wanka are one. Spanish letters fall together where the highlands speak them alike (b v, s z c,
 * ll y, silent h); Aymara's plain, aspirated and ejective stops are one, and its three vowels decide.
 */
const STEPS: readonly (readonly [RegExp, string])[] = [
	[/['’ʼ`´]/g, ''],
	[/ch+/g, '1'],
	[/ñ|ni(?=[aou])/g, 'n'],
	[/(?:ll|y)(?=[aeiou])/g, 'y'],
	[/qu(?=[ei])|ck/g, 'k'],
	[/gu(?=[ei])/g, 'k'],
	[/[hg]u(?=[aeio])/g, 'w'],
	[/c(?=[eiy])|z|s+h?/g, 's'],
	[/g(?=[ei])|[jxh]/g, 'h'],
	[/[cqg]/g, 'k'],
	[/ph/g, 'p'],
	[/[bv]/g, 'w'],
	[/d/g, 't'],
	[/[eiy](?![aeiou])/g, 'i'],
	[/o/g, 'u'],
	// an aspirated stop, and an h that is heard by some only
	[/([kptw1])h/g, '$1'],
	[/h/g, ''],
	[/(.)\1+/g, '$1']
];

const ACCENTS = /[\u0300-\u0302\u0304-\u036f]/g;

/** Lower case without accents; ñ stays a letter of its own. */
const plainLetters = (text: string): string =>
	text.toLowerCase().normalize('NFD').replace(ACCENTS, '').normalize('NFC');

function soundOfWord(word: string): string {
	let sound = word;
	for (const [from, to] of STEPS) sound = sound.replace(from, to);
	return sound;
}

/** The sounds of the words of a name, in their order. */
export const soundsOf = (name: string): string[] =>
	plainLetters(name)
		.replace(/n\u0303/g, 'ñ')
		.split(/[^a-zñü'’ʼ`´]+/u)
		.map((word) => soundOfWord(word.replace(/ü/g, 'u')))
		.filter(Boolean);

/** Whether every word of what was typed begins a word of the name, by its sound. */
export function heardIn(sounds: readonly string[], typed: readonly string[]): boolean {
	return typed.every((begin) => sounds.some((sound) => sound.startsWith(begin)));
}

/** Letters to change, drop, add or swap with the neighbour to make one word of the other. */
export function distance(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
			const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
			row.push(least);
		}
		before = last;
		last = row;
	}
	return last[b.length] ?? 0;
}

/** One word may be meant by the other: a slip of the ear or of the pen apart. */
export function alike(a: string, b: string): boolean {
	const shorter = Math.min(a.length, b.length);
	if (Math.abs(a.length - b.length) > 2) return false;
	const allowed = shorter <= 3 ? 0 : shorter <= 6 ? 1 : 2;
	return distance(a, b) <= allowed;
}
