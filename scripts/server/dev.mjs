import { existsSync } from 'node:fs';
import { makeBundle, makeContent } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { at, root } from './place.mjs';
import { findPocketBase } from './pocketbase.mjs';
import { migrate, serve } from './process.mjs';
import { checkPort, readSettings } from './settings.mjs';
import { main } from './stop.mjs';

const say = (text) => console.log(text);
const PASSWORD = 'yatiqana'; // of a programme that exists on this machine alone

/** The app on PORT (5173), the API of a development programme beside it; data in .cache/dev. */
export const dev = () =>
	main(async () => {
		const { host, port } = readSettings({ PORT: '5173', ...process.env });
		await checkPort({ host, port });
		const api = { host: '127.0.0.1', port: port + 1 };
		await checkPort(api);
		await installDependencies(root, say);
		const bin = await findPocketBase(root, say);
		await makeContent(root, say);
		await makeBundle(root, say);
		const data = at('.cache/dev');
		const first = !existsSync(at('.cache/dev/data.db'));
		await migrate(bin, { root, data });
		const env = { YATIQANA_FIRST_COORDINATOR: PASSWORD };
		await serve(bin, { root, data, pool: 8 }, { ...api, env });
		for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
		const { createServer } = await import('vite');
		const target = `http://127.0.0.1:${api.port}`;
		const proxy = { '/api': target, '/_/': target };
		const vite = await createServer({ root, server: { host, port, strictPort: true, proxy } });
		await vite.listen();
		vite.printUrls();
		say(
			`  API      ${target}\n  Sign-in  coordinacion, ${PASSWORD}${first ? ' (made just now)' : ''}`
		);
	});
