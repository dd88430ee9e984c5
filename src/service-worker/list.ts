/** One file of this version of the app, as the build lists it (scripts/parts/list.ts). */
export interface Listed {
	url: string;
	/** null: its address holds its hash. `shell`: a page that is not kept, the app's shell makes it */
	revision: string | null;
	/** the parts that need it; a file of the core has none */
	parts?: readonly string[];
	/** what its bytes must be */
	integrity?: string;
}

type Wanted = (file: Listed) => Promise<void>;

/**
 * Works through files in a few lanes side by side, for on a slow line most of the time of a small file is waiting.
 * Answers whether all of them worked.
 */
export async function inLanes(
	files: readonly Listed[],
	lanes: number,
	work: Wanted
): Promise<boolean> {
	const left = [...files];
	let whole = true;
	const lane = async () => {
		for (let file = left.pop(); file; file = left.pop())
			await work(file).catch(() => (whole = false));
	};
	await Promise.all(Array.from({ length: lanes }, lane));
	return whole;
}
