/** An answer that may have to be waited for. */
export type Maybe<T> = T | Promise<T>;

/** A computation that yields its questions. A server answers them at once, a phone with promises: so
 * there is one engine and no copy of it. */
export type Steps<T> = Generator<Maybe<unknown>, T, unknown>;

/** Puts a question; whoever drives the steps hands the answer back. */
export function* ask<T>(answer: Maybe<T>): Steps<T> {
	return (yield answer) as T;
}

/** Drives steps whose answers are at hand. */
export function atOnce<T>(steps: Steps<T>): T {
	let step = steps.next();
	while (!step.done) step = steps.next(step.value);
	return step.value;
}

/** Drives steps whose answers come in time. */
export async function inTime<T>(steps: Steps<T>): Promise<T> {
	let step = steps.next();
	while (!step.done) step = steps.next(await step.value);
	return step.value;
}
