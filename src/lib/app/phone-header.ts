import { version } from '$app/environment';
import { faults } from './faults.ts';

const MB = 1_000_000;

/** What this phone says of itself with each sync: the office sees which one needs help. */
export async function phoneHeader(): Promise<Readonly<Record<string, unknown>>> {
	const { usage = 0, quota = 0 } = (await navigator.storage?.estimate?.()) ?? {};
	const room = quota
		? { used: Math.round(usage / MB), left: Math.max(0, Math.round((quota - usage) / MB)) }
		: {};
	return { app: version, ...room, faults: faults().slice(-5) };
}
