import { sealForServer } from '#lib/crypto/server-box.ts';
import type { Phone } from '#lib/store/phone.ts';
import { batched, type SignedIn } from './client.ts';
import { MAX_PUSH, type SyncRequest } from './protocol.ts';

/** Everything unsent in a file that another phone or a stick may carry: only the server can read it. */
export interface HandoverFile {
	readonly name: string;
	readonly text: string;
	/** How many facts are in it. */
	readonly facts: number;
	/** How many are not: their account has to open her vault first. */
	readonly left: number;
}

interface Making {
	readonly clock: () => number;
	readonly account?: SignedIn | undefined;
}

/** Makes the file; undefined on a phone that has never joined, which shares no secret with a server. The
 * facts stay in the outbox: they are safe when the server says so. */
export async function handoverFile(
	phone: Phone,
	{ clock, account }: Making
): Promise<HandoverFile | undefined> {
	const { secret, id } = phone.identity;
	if (!secret) return undefined;
	const accounts = new Set(await phone.accounts());
	const boxes: string[] = [];
	let facts = 0;
	for (let after = 0; ;) {
		const page = await phone.outbox.page(
			after,
			MAX_PUSH,
			(by) => by === account?.id || !accounts.has(by)
		);
		if (!page.length) break;
		after = page.at(-1)?.n ?? after;
		facts += page.length;
		const request: SyncRequest = {
			v: 1,
			push: batched(page),
			cursors: {},
			proof: '',
			limit: 1,
			...(account ? { account: account.token } : {})
		};
		boxes.push(await sealForServer(secret, JSON.stringify(request)));
	}
	const { waiting } = await phone.counts();
	const unsent = [...waiting.values()].reduce((sum, n) => sum + n, 0);
	const at = new Date(clock()).toISOString().slice(0, 10);
	const text = JSON.stringify({ yatiqana: 'handover', v: 1, phone: id, boxes });
	return { name: `yatiqana-${id}-${at}.txt`, text, facts, left: unsent - facts };
}
