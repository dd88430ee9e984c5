// Small lists that stand in one column as text, `a=1;b=2`: what a credit rests on, so that a later
// amendment can take one piece away and the rest still holds.

const pairs = (text: string): [string, string][] =>
	text
		.split(';')
		.filter((piece) => piece !== '')
		.map((piece) => {
			const at = piece.indexOf('=');
			return at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at + 1)];
		});

const written = (list: readonly (readonly [string, string])[]): string =>
	[...list]
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([name, value]) => (value === '' ? name : `${name}=${value}`))
		.join(';');

/** The list with this piece in it, once. */
export const withPiece = (text: string, name: string, value = ''): string =>
	written([...pairs(text).filter(([one]) => one !== name), [name, value]]);

/** The list without this piece. */
export const withoutPiece = (text: string, name: string): string =>
	written(pairs(text).filter(([one]) => one !== name));

/** What stands beside a name; '' for nothing, undefined if the name is not in the list. */
export const valueOf = (text: string, name: string): string | undefined =>
	pairs(text).find(([one]) => one === name)?.[1];

/** Names and values of a list. */
export const pairsOf = (text: string): readonly (readonly [string, string])[] => pairs(text);

/** The names of a list, each once. */
export const piecesOf = (text: string): string[] => pairs(text).map(([name]) => name);

/** The smallest value of a list, '' if it is empty: the first day of several. */
export const leastOf = (text: string): string =>
	pairs(text).reduce((least, [, value]) => (least === '' || value < least ? value : least), '');
