import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Idle } from './idle.ts';

const MINUTE = 60_000;
beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function watch(held: () => boolean = () => false) {
	const run = vi.fn();
	const idle = new Idle([{ untouched: 10 * MINUTE, hidden: 2 * MINUTE, held, run }], Date.now);
	idle.check();
	return { idle, run };
}

describe('a phone that nobody touches', () => {
	it('is locked after ten minutes, once', () => {
		const { run } = watch();
		vi.advanceTimersByTime(10 * MINUTE - 1);
		expect(run).not.toHaveBeenCalled();
		vi.advanceTimersByTime(30 * MINUTE);
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('begins anew with every touch', () => {
		const { idle, run } = watch();
		for (let i = 0; i < 3; i++) {
			vi.advanceTimersByTime(9 * MINUTE);
			idle.touch();
		}
		expect(run).not.toHaveBeenCalled();
		vi.advanceTimersByTime(10 * MINUTE);
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('is locked after two minutes in the background, and not when it was shorter', () => {
		const { idle, run } = watch();
		idle.see(false);
		vi.advanceTimersByTime(2 * MINUTE - 1);
		idle.see(true);
		vi.advanceTimersByTime(5 * MINUTE);
		expect(run).not.toHaveBeenCalled();
		idle.see(false);
		vi.advanceTimersByTime(2 * MINUTE);
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('that was frozen meanwhile is locked before the first touch counts', () => {
		const { idle, run } = watch();
		idle.see(false);
		vi.setSystemTime(Date.now() + 3 * MINUTE); // no timer ran
		idle.touch();
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('is locked when its clock was set back', () => {
		const { idle, run } = watch();
		vi.setSystemTime(0);
		idle.see(true);
		expect(run).toHaveBeenCalledTimes(1);
	});

	it('is not locked while it is held, and has its time again afterwards', () => {
		let held = true;
		const { idle, run } = watch(() => held);
		idle.see(false);
		vi.advanceTimersByTime(60 * MINUTE);
		expect(run).not.toHaveBeenCalled();
		held = false;
		idle.again();
		vi.advanceTimersByTime(2 * MINUTE - 1);
		expect(run).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(run).toHaveBeenCalledTimes(1);
	});
});
