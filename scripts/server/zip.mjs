import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;

/**
 * One file out of a zip archive; the archive as a whole has been checked by its hash before.
 * @returns {Buffer | null} null when no name ends with `wanted`
 */
export function unzip(archive, wanted) {
	let end = archive.length - 22;
	while (end >= 0 && archive.readUInt32LE(end) !== END) end--;
	if (end < 0) return null;
	let entry = archive.readUInt32LE(end + 16);
	for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
		const nameLength = archive.readUInt16LE(entry + 28);
		const name = archive.toString('utf8', entry + 46, entry + 46 + nameLength);
		if (name.endsWith(wanted)) return content(archive, entry);
		entry += 46 + nameLength + archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
	}
	return null;
}

function content(archive, entry) {
	const local = archive.readUInt32LE(entry + 42);
	const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
	const packed = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
	return archive.readUInt16LE(entry + 10) === 0 ? packed : inflateRawSync(packed);
}
