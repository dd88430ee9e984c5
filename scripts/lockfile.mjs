// Completes package-lock.json after a change of dependencies: `npm install` leaves out the builds for other
// platforms when its registry does not carry them, and `npm ci` then refuses the file everywhere.
//   node scripts/lockfile.mjs          adds what is missing
//   node scripts/lockfile.mjs --check  says what is missing, exit 1
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const OS = [
	'aix',
	'android',
	'darwin',
	'freebsd',
	'linux',
	'netbsd',
	'openbsd',
	'openharmony',
	'sunos',
	'win32'
];
const CPU = [
	'arm64',
	'arm',
	'ia32',
	'loong64',
	'mips64el',
	'mipsel',
	'ppc64',
	'riscv64',
	's390x',
	'wasm32',
	'x64'
];

const text = readFileSync(FILE, 'utf8');
const lock = JSON.parse(text);
const missing = [];

/** Where Node would look for `name` from inside `from`, nearest first. */
function places(from, name) {
	const found = [];
	for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
		found.push(`${at ? `${at}/` : ''}node_modules/${name}`);
		if (!at) return found;
	}
}

for (const [from, entry] of Object.entries(lock.packages)) {
	for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
		if (places(from, name).some((place) => lock.packages[place]?.version)) continue;
		const words = name.split(/[-/]/);
		const os = OS.filter((word) => words.includes(word));
		const cpu = CPU.filter((word) => words.includes(word)).slice(0, 1);
		missing.push(`${name}@${version}`);
		lock.packages[`node_modules/${name}`] = {
			version: version.replace(/^[\^~]/, ''),
			...(words.includes('musl')
				? { libc: ['musl'] }
				: words.includes('gnu')
					? { libc: ['glibc'] }
					: {}),
			...(cpu.length ? { cpu } : {}),
			...(entry.dev ? { dev: true } : {}),
			optional: true,
			...(os.length ? { os } : {})
		};
	}
}

if (process.argv.includes('--check')) {
	if (missing.length)
		console.error(`package-lock.json lacks ${missing.join(', ')}: run node scripts/lockfile.mjs`);
	process.exit(missing.length ? 1 : 0);
}
lock.packages = Object.fromEntries(
	Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
);
writeFileSync(FILE, JSON.stringify(lock, null, /^\{\n(\s+)/.exec(text)?.[1] ?? '\t') + '\n');
console.log(`${missing.length} entries added`);
