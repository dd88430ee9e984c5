import type { SyncRequest } from './protocol.ts';

/** What came of asking. Nothing but `answer` says anything about facts. */
export type Reply =
	| { readonly kind: 'answer'; readonly body: unknown }
	/** No network, or no answer in time. */
	| { readonly kind: 'offline' }
	/** Somebody else answered: a hotel's or a carrier's page. */
	| { readonly kind: 'portal' }
	| { readonly kind: 'unauthorized' }
	| { readonly kind: 'busy'; readonly retryAfterMs: number }
	/** The server understood and said no; the code is its own. */
	| { readonly kind: 'refused'; readonly status: number; readonly code: string }
	| { readonly kind: 'fault'; readonly status: number };

/** The way to the server. */
export interface Transport {
	sync(request: SyncRequest, token: string): Promise<Reply>;
	/** `token`: of an account that enrols its own browser, without a code. */
	enrol(request: object, token?: string): Promise<Reply>;
	secrets(request: object, token: string): Promise<Reply>;
}

/** Longer than a page takes on 2G. */
const PATIENCE_MS = 60_000;
const BUSY_MS = 5_000;

interface Asked {
	readonly path: string;
	readonly body: object;
	readonly token?: string;
}

/** The way to the server over HTTP; `base` is '' for the server the app came from. */
export function httpTransport(base = '', fetcher: typeof fetch = fetch): Transport {
	const ask = async ({ path, body, token }: Asked): Promise<Reply> => {
		let response: Response;
		let text: string;
		// Chrome 95 has no AbortSignal.timeout
		const patience = new AbortController();
		const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
		try {
			response = await fetcher(base + path, {
				method: 'POST',
				headers: {
					'Content-Type': 'application/json',
					...(token ? { Authorization: token } : {})
				},
				body: JSON.stringify(body),
				cache: 'no-store',
				credentials: 'omit',
				redirect: 'manual',
				signal: patience.signal
			});
			text = await response.text();
		} catch {
			return { kind: 'offline' }; // refused, cut or too slow: for the phone it is the same
		} finally {
			clearTimeout(timer);
		}
		return replyOf(response, text);
	};
	return {
		sync: (body, token) => ask({ path: '/api/app/sync', body, token }),
		enrol: (body, token) => ask({ path: '/api/app/enrol', body, ...(token ? { token } : {}) }),
		secrets: (body, token) => ask({ path: '/api/app/secrets', body, token })
	};
}

/** An answer is ours only if it is JSON of the shape that our server writes; a 401 of a stranger is
 * a stranger's page. */
function replyOf({ status, headers }: Response, text: string): Reply {
	const body = parsed(text);
	if (body === undefined) return status >= 500 ? { kind: 'fault', status } : { kind: 'portal' };
	if (status === 200) return { kind: 'answer', body };
	if (status === 401) return { kind: 'unauthorized' };
	if (status === 503 || (status === 429 && codeOf(body) === '')) {
		const seconds = Number(headers.get('Retry-After'));
		return { kind: 'busy', retryAfterMs: seconds > 0 ? seconds * 1000 : BUSY_MS };
	}
	if (status >= 500) return { kind: 'fault', status };
	return { kind: 'refused', status, code: codeOf(body) };
}

function parsed(text: string): object | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? value : undefined;
	} catch {
		return undefined; // a page, or cut off
	}
}

const codeOf = (body: object): string =>
	'code' in body && typeof body.code === 'string' ? body.code : '';
