/// <reference lib="webworker" />
/**
 * The part of a kept file that an audio element asks for. Safari plays nothing that is answered whole, Chrome cannot
 * jump in it, and a cache keeps whole answers only.
 */
export async function inRange(request: Request, whole: Response): Promise<Response> {
	const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get('range') ?? '');
	if (!asked || whole.status !== 200) return whole;
	const body = await whole.arrayBuffer();
	const size = body.byteLength;
	const [, from = '', to = ''] = asked;
	// "-500" asks for the last 500 bytes
	const begin = from ? Number(from) : Math.max(0, size - Number(to));
	const end = from && to ? Math.min(Number(to), size - 1) : size - 1;
	const headers = new Headers(whole.headers);
	headers.set('accept-ranges', 'bytes');
	if (begin > end) {
		headers.set('content-range', `bytes */${size}`);
		return new Response(null, { status: 416, headers });
	}
	headers.set('content-range', `bytes ${begin}-${end}/${size}`);
	headers.set('content-length', String(end - begin + 1));
	return new Response(body.slice(begin, end + 1), {
		status: 206,
		statusText: 'Partial Content',
		headers
	});
}
