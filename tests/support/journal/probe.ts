// Bundled beside the server's hooks in tests: plays entries straight into the adapter, as a server
// without any rights to ask would, and runs the conformance of the port inside the very engine.
import 'zod/compile';
import { arrive } from '#lib/domain/journal/arrive.ts';
import type { Entry } from '#lib/domain/journal/entry.ts';
import { atOnce } from '#lib/domain/journal/steps.ts';
import { PocketBaseJournal } from '../../../pocketbase/src/journal.ts';

/** POST /api/test/play {pushes: Entry[][]} */
export function play(e: RequestEvent): unknown {
	const { pushes } = JSON.parse(toString(e.request.body)) as { pushes: Entry[][] };
	const journal = new PocketBaseJournal(e.app, () => Date.now());
	for (const push of pushes) {
		journal.whole((inside) => {
			const here = new Set(inside.known(push.map(({ id }) => id)).map(({ id }) => id));
			const once = new Map(push.map((entry) => [entry.id, entry]));
			const fresh = [...once.values()].filter(({ id }) => !here.has(id));
			if (fresh.length) inside.commit(atOnce(arrive(inside, { fresh })), new Map());
		});
	}
	return e.blob(200, 'application/json', '{}');
}
