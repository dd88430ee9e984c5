// PORT, HOST and YATIQANA_DATA, each judged before anything is installed or written.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { root } from './place.mjs';
import { Stop } from './stop.mjs';

/** @returns {{ host: string, port: number, data: string, url: string }} */
export function readSettings(env = process.env) {
	const host = env.HOST || '127.0.0.1';
	const port = Number(env.PORT || 8090);
	if (!Number.isInteger(port) || port < 1 || port > 65535)
		throw new Stop(`PORT is "${env.PORT}": it must be a number from 1 to 65535.`);
	const data = resolve(root, env.YATIQANA_DATA || 'data');
	const name = host.includes(':') ? `[${host}]` : host;
	return { host, port, data, url: `http://${name}:${port}` };
}

/** Throws when nobody could listen there. */
export function checkPort({ host, port }) {
	return new Promise((fine, refuse) => {
		const probe = createServer();
		probe.once('error', ({ code }) => {
			if (code === 'EADDRINUSE')
				refuse(
					new Stop(
						`Port ${port} is taken by another program: stop it, or choose another (PORT=${port + 1} npm start).`
					)
				);
			else if (code === 'EACCES')
				refuse(
					new Stop(`Port ${port} needs rights that this user has not: choose one above 1023.`)
				);
			else refuse(new Stop(`HOST is "${host}", which is no address of this machine (${code}).`));
		});
		probe.listen({ port, host, exclusive: true }, () => probe.close(fine));
	});
}

/** Throws when a folder that we need cannot be written; leaves nothing behind. */
export function checkWritable(folder, what) {
	let there = folder;
	while (!existsSync(there)) there = dirname(there);
	try {
		if (!statSync(there).isDirectory()) throw new Error('not a folder');
		rmSync(mkdtempSync(join(there, '.writable-')), { recursive: true });
	} catch {
		throw new Stop(`${what} cannot be written: ${folder} is read-only or no folder.`);
	}
}
