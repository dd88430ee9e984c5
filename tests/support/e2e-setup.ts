import { makeAll } from '../../scripts/server/build.mjs';

/** The journeys try what `npm start` serves: the built app, built again only when a source has changed. */
export default async function setup(): Promise<void> {
	await makeAll();
}
