const WIDTH = 1080;
const MARGIN = 60;
const LETTER = 40;

function wrapped(ctx: CanvasRenderingContext2D, text: string): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		const longer = line ? `${line} ${word}` : word;
		if (line && ctx.measureText(longer).width > WIDTH - 2 * MARGIN) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}

const fontOf = (place: number): string =>
	place ? `${LETTER}px Andika, sans-serif` : `700 ${LETTER * 1.25}px Andika, sans-serif`;

/** The slip as a picture, black on white: any phone can show it. Null when the browser makes none. */
export async function slipImage(lines: readonly string[]): Promise<Blob | null> {
	const canvas = document.createElement('canvas');
	const ctx = canvas.getContext('2d');
	if (!ctx) return null;
	const laid = lines.map((line, place) => {
		ctx.font = fontOf(place);
		return wrapped(ctx, line);
	});
	const rows = laid.reduce((sum, { length }) => sum + length, 0);
	canvas.width = WIDTH;
	canvas.height = 2 * MARGIN + Math.ceil(LETTER * (1.5 * rows + 0.5 * lines.length));
	ctx.fillStyle = '#fff';
	ctx.fillRect(0, 0, canvas.width, canvas.height);
	ctx.fillStyle = '#000';
	let y = MARGIN + LETTER;
	for (const [place, rowsOfLine] of laid.entries()) {
		ctx.font = fontOf(place);
		for (const row of rowsOfLine) {
			ctx.fillText(row, MARGIN, y);
			y += LETTER * 1.5;
		}
		y += LETTER * 0.5;
	}
	return new Promise((take) => canvas.toBlob(take, 'image/png'));
}

/** Hands the picture to another app of the phone, or where that cannot be, saves it as a file. */
export async function shareSlip(image: Blob, name: string): Promise<'shared' | 'saved' | 'left'> {
	const file = new File([image], `${name}.png`, { type: 'image/png' });
	if (navigator.canShare?.({ files: [file] })) {
		try {
			await navigator.share({ files: [file] });
			return 'shared';
		} catch (fault) {
			// she turned back in the list of apps
			if (fault instanceof DOMException && fault.name === 'AbortError') return 'left';
		}
	}
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = file.name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
	return 'saved';
}
