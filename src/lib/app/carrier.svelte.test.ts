import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Phone } from '#lib/store/phone.ts';
import { Carrier } from './carrier.svelte.ts';
import { faults } from './faults.ts';

const syncOnce = vi.fn();
vi.mock('./syncing.ts', () => ({
	alone: (work: () => unknown) => work(),
	backoff: () => 10_000,
	httpTransport: () => ({}),
	phoneHeader: async () => ({}),
	syncOnce: () => syncOnce()
}));
vi.mock('$app/environment', () => ({ version: '1' }));

const counts = { made: 3, safe: 1 };
const phone = {
	identity: { token: 'token', group: { name: 'Qhana' } },
	counts: async () => counts,
	syncState: async () => ({ at: 0, failures: 1 })
} as unknown as Phone;

describe('a sync that breaks', () => {
	beforeEach(() => {
		vi.useFakeTimers();
		syncOnce.mockReset();
	});
	afterEach(() => vi.useRealTimers());
	const settled = () => vi.advanceTimersByTimeAsync(0);

	it('is not said to be on its way for ever, and is tried again', async () => {
		syncOnce.mockRejectedValueOnce(new Error('the database is closed'));
		syncOnce.mockResolvedValue({ kind: 'synced', pulled: 0 });
		const carrier = new Carrier();
		await carrier.begin(phone, async () => {});
		await settled();
		expect(syncOnce).toHaveBeenCalledTimes(1);
		expect(carrier.light).toEqual({ kind: 'waiting', n: 2 });
		expect(faults().at(-1)).toMatchObject({ code: 'Error', route: 'sync' });

		await vi.advanceTimersByTimeAsync(60_000);
		expect(syncOnce).toHaveBeenCalledTimes(2);
	});
});
