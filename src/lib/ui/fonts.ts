/**
 * Fetches the bold letters; call it after the first paint. Until they are there, or without a network
 * on a first visit, the browser thickens the regular ones.
 */
export async function loadBold(): Promise<void> {
	const face = new FontFace('Andika', "url('/fonts/andika-latin-700.woff2') format('woff2')", {
		weight: '700',
		display: 'swap'
	});
	document.fonts.add(face);
	await face.load().catch(() => undefined);
}
