/** Abbreviations whose point ends no sentence. */
const SHORT = /(^|[^\p{L}])(p\. ej|Dra?|Sra?|N)\.$/u;
const OPENS = /^[A-ZÁÉÍÓÚÑ¿¡“0-9½]/;
const CLOSES = /[.!?…][”"]?$/;

/**
 * A line cut into the sentences a voice pauses between, as scripts/narrate/spoken_es.py cuts it: the n-th time of a clip
 * belongs to the n-th piece. Joined with single spaces the pieces are the line again.
 */
export function sentencesOf(line: string): string[] {
	const sentences: string[] = [];
	let open = '';
	for (const word of line.trim().split(/\s+/)) {
		const ended = CLOSES.test(open) && OPENS.test(word) && !SHORT.test(open);
		if (ended) sentences.push(open);
		open = ended || !open ? word : `${open} ${word}`;
	}
	return open ? [...sentences, open] : sentences;
}
