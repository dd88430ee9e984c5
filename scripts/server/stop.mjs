// A start that cannot go on says one sentence and what to do; only a bug shows a stack.

/** An expected end: its message is all that a person needs to read. */
export class Stop extends Error {}

/** Runs a command's main function and turns its failures into a sentence and an exit code. */
export async function main(run) {
	try {
		const code = await run();
		if (code) process.exit(code);
	} catch (error) {
		console.error(error instanceof Stop ? `\n${error.message}` : error);
		process.exit(1);
	}
}
