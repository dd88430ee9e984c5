import notices from '../../../THIRD_PARTY.md?raw';

export const prerender = true;

/** Whose work is in here, and under which licence: notices that travel with every copy of the app. */
export const GET = (): Response =>
	new Response(notices, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
