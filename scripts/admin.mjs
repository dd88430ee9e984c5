// npm run -s admin: a superuser for PocketBase's own console, when one is needed. Nobody has one otherwise.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exec } from './server/exec.mjs';
import { root } from './server/place.mjs';
import { findPocketBase } from './server/pocketbase.mjs';
import { flags } from './server/process.mjs';
import { readSettings } from './server/settings.mjs';
import { main, Stop } from './server/stop.mjs';

main(async () => {
	const { data, url } = readSettings();
	if (!existsSync(join(data, 'data.db')))
		throw new Stop(`There is no programme in ${data} yet: run npm start first.`);
	const bin = await findPocketBase(root, console.error);
	const args = process.argv.slice(2);
	const email = args.find((arg) => !arg.startsWith('--')) ?? 'admin@yatiqana.invalid';
	if (args.includes('--remove')) return remove(bin, data, email);
	const password = randomBytes(15).toString('base64url');
	await superuser(bin, data, ['upsert', email, password]);
	console.log(`Console   ${url}/_/\nName      ${email}\nPassword  ${password}`);
	console.log(`\nShown once. Remove it when done: npm run -s admin -- --remove ${email}`);
});

async function remove(bin, data, email) {
	await superuser(bin, data, ['delete', email]);
	console.log(`${email} is gone.`);
}

async function superuser(bin, data, words) {
	const { code, out } = await exec(bin, ['superuser', ...words, ...flags({ root, data })]);
	if (code !== 0) throw new Stop(`The superuser could not be changed: ${out.trim()}`);
}
