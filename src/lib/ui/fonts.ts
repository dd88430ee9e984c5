/** Fetches the bold letters; call it after the first paint, until then the browser thickens the regular ones. */
export async function loadBold(): Promise<void> {
	const face = new FontFace('Andika', "url('/fonts/andika-latin-700.woff2') format('woff2')", {
		weight: '700',
		display: 'swap'
	});
	document.fonts.add(await face.load());
}
