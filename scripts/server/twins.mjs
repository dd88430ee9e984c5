// Beside each text file of the build its compressed twins, made once: .br at the highest level, .gz for plain http.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(html|m?js|css|json|webmanifest|svg|wasm|txt|csv)$/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export const brotli11 = (bytes) =>
	brotli(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: 11,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
		}
	});

/** @returns {string[]} every file below the folder, as paths from it with slashes */
export function filesUnder(folder, below = '') {
	return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
		const path = below ? `${below}/${entry.name}` : entry.name;
		return entry.isDirectory() ? filesUnder(folder, path) : [path];
	});
}

async function twin(path) {
	const bytes = readFileSync(path);
	if (bytes.length < 256) return;
	const [br, gz] = await Promise.all([brotli11(bytes), zip(bytes, { level: 9 })]);
	if (br.length < bytes.length) writeFileSync(`${path}.br`, br);
	if (gz.length < bytes.length) writeFileSync(`${path}.gz`, gz);
}

const fresh = (path) => {
	try {
		return statSync(`${path}.br`).mtimeMs >= statSync(path).mtimeMs;
	} catch {
		return false; // no twin yet
	}
};

/** Makes the missing twins, four at a time. */
export async function makeTwins(folder) {
	const wanted = filesUnder(folder)
		.filter((path) => TEXT.test(path))
		.map((path) => join(folder, path))
		.filter((path) => !fresh(path));
	const worker = async () => {
		for (let path = wanted.pop(); path; path = wanted.pop()) await twin(path);
	};
	await Promise.all([worker(), worker(), worker(), worker()]);
}
