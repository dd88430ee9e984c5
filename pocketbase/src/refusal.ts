/** A request that is answered with a status and a stable code. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string
	) {
		super(code);
	}
}

/** Does the work of a route; what it refuses becomes `{status, code}`. JSON is written by ourselves:
 * the engine's own turns the order of keys about and cuts at a NaN. */
export function answering(e: RequestEvent, work: () => string): unknown {
	try {
		return e.blob(200, 'application/json', work());
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const { status, code } = error;
		return e.blob(status, 'application/json', JSON.stringify({ status, code }));
	}
}
