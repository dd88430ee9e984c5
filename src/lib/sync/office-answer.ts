import { fail, ok, type Result } from '#lib/domain/shared/result.ts';

/** Why the office did not answer as asked. `session`: the token is over, sign in again. */
export type OfficeFault = 'offline' | 'wrong' | 'often' | 'session' | 'refused' | 'taken' | 'fault';

/** Runs a request and turns what the server said into one of our words. */
export async function answered<T>(
	ask: () => Promise<T>,
	on400: OfficeFault = 'refused'
): Promise<Result<T, OfficeFault>> {
	try {
		return ok(await ask());
	} catch (error) {
		return fail(isAnswer(error) ? faultOf(error, on400) : 'fault');
	}
}

/** What the SDK throws: status 0 when there was no answer. */
interface Answer {
	readonly status: number;
	readonly response?: unknown;
}

const isAnswer = (error: unknown): error is Answer & Error =>
	error instanceof Error && 'status' in error && typeof error.status === 'number';

function faultOf(error: Answer, on400: OfficeFault): OfficeFault {
	if (error.status === 0) return 'offline';
	if (error.status === 429) return 'often';
	if (error.status === 401) return 'session';
	if (error.status === 400)
		return JSON.stringify(error.response).includes('validation_not_unique') ? 'taken' : on400;
	return error.status === 403 || error.status === 404 ? 'refused' : 'fault';
}
