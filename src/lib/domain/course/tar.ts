/**
 * A bundle of files as a tar archive (POSIX ustar): plain enough to be written on a phone and read by anybody's tools.
 * Names are ASCII and at most 100 long.
 */
export interface Bundled {
	name: string;
	bytes: Uint8Array;
}

const BLOCK = 512;
const ascii = new TextEncoder();

const octal = (value: number, width: number) => value.toString(8).padStart(width - 1, '0') + '\0';

function header({ name, bytes }: Bundled): Uint8Array {
	const block = new Uint8Array(BLOCK);
	const put = (text: string, at: number) => block.set(ascii.encode(text), at);
	put(name, 0);
	put(octal(0o644, 8), 100);
	put(octal(0, 8), 108);
	put(octal(0, 8), 116);
	put(octal(bytes.length, 12), 124);
	put(octal(0, 12), 136);
	put(' '.repeat(8), 148);
	put('0', 156);
	put('ustar\x0000', 257);
	const sum = block.reduce((all, byte) => all + byte, 0);
	put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return block;
}

/** The files one after the other, each behind its header, filled up to whole blocks; two empty blocks end it. */
export function tarOf(files: readonly Bundled[]): Uint8Array<ArrayBuffer> {
	const whole = (length: number) => Math.ceil(length / BLOCK) * BLOCK;
	const size = files.reduce((all, { bytes }) => all + BLOCK + whole(bytes.length), 2 * BLOCK);
	const tar = new Uint8Array(size);
	let at = 0;
	for (const file of files) {
		tar.set(header(file), at);
		tar.set(file.bytes, at + BLOCK);
		at += BLOCK + whole(file.bytes.length);
	}
	return tar;
}

/** The files of an archive; undefined when it is not one, or is cut off. */
export function filesOf(tar: Uint8Array): Bundled[] | undefined {
	const text = (at: number, length: number) =>
		new TextDecoder().decode(tar.subarray(at, at + length)).replace(/\0.*$/s, '');
	const files: Bundled[] = [];
	for (let at = 0; at + BLOCK <= tar.length;) {
		const name = text(at, 100);
		if (!name) return files;
		if (text(at + 257, 5) !== 'ustar') return undefined;
		const size = parseInt(text(at + 124, 12), 8);
		const begin = at + BLOCK;
		if (!Number.isSafeInteger(size) || size < 0 || begin + size > tar.length) return undefined;
		// folders and the remarks of other programs are no files
		if (text(at + 156, 1) === '0') files.push({ name, bytes: tar.slice(begin, begin + size) });
		at = begin + Math.ceil(size / BLOCK) * BLOCK;
	}
	return undefined;
}
