/** What a phone wrote for the server, as its file says; undefined if it is another file. */
export function readHandover(
	text: string
): { phone: string; boxes: readonly string[] } | undefined {
	let file: unknown;
	try {
		file = JSON.parse(text);
	} catch {
		return undefined; // some other text
	}
	if (typeof file !== 'object' || file === null || !('boxes' in file) || !('phone' in file)) {
		return undefined;
	}
	const { phone, boxes } = file;
	if (typeof phone !== 'string' || !Array.isArray(boxes)) return undefined;
	return boxes.every((box) => typeof box === 'string') ? { phone, boxes } : undefined;
}
