// npm run rebuild: makes all derived records again out of the journal. The server may be running.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bundleServer } from './bundle-server.mjs';
import { exec, tail } from './server/exec.mjs';
import { root } from './server/place.mjs';
import { findPocketBase } from './server/pocketbase.mjs';
import { flags } from './server/process.mjs';
import { readSettings } from './server/settings.mjs';
import { main, Stop } from './server/stop.mjs';

main(async () => {
	const { data } = readSettings();
	if (!existsSync(join(data, 'data.db'))) throw new Stop(`There are no data in ${data} yet.`);
	const bin = await findPocketBase(root, console.error);
	await bundleServer();
	const { code, out } = await exec(bin, ['rebuild', ...flags({ root, data })], { seconds: 3600 });
	const line = out.split('\n').find((text) => text.startsWith('yatiqana: '));
	if (code !== 0 || !line) throw new Stop(`The records could not be made again:\n${tail(out, 12)}`);
	console.log(line.replace('yatiqana: ', ''));
});
