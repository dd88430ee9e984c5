import { version } from '$app/environment';
import { faultCode, noteFault } from '#lib/app/faults.ts';
import type { HandleClientError } from '@sveltejs/kit';

/** Every unexpected error of the app passes here once. Nothing personal is kept: a code, a route, a version. */
export const handleError: HandleClientError = ({ error, event, status }) => {
	const code = faultCode(error, status);
	noteFault({ at: Date.now(), code, route: event.route.id ?? '', version });
	return { message: code };
};
