/** Deeper than any fact: what is nested further is no entry. */
const MAX_DEPTH = 32;

/** JSON with sorted keys, so that the key order of a phone does not change the hash of an entry.
 * Undefined fields are left out. Throws a RangeError on what is nested too deeply. */
export function canonical(value: unknown, depth = 0): string {
	if (depth > MAX_DEPTH) throw new RangeError('nested too deeply');
	if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
	if (Array.isArray(value)) return `[${value.map((one) => canonical(one, depth + 1)).join()}]`;
	const fields = Object.entries(value)
		.filter(([, field]) => field !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field, depth + 1)}`);
	return `{${fields.join()}}`;
}
