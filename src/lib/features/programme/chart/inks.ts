/** The colours of the page at this place and moment: sun mode has others. */
export interface Inks {
	readonly ink: string;
	readonly quiet: string;
	readonly paper: string;
	readonly main: string;
	readonly tint: string;
	readonly ok: string;
	readonly watch: string;
	readonly refer: string;
	readonly again: string;
	readonly font: string;
	/** Size of a letter in px. */
	readonly letter: number;
}

export function inksOf(element: Element): Inks {
	const style = getComputedStyle(element);
	const of = (name: string) => style.getPropertyValue(name).trim();
	return {
		ink: of('--ink'),
		quiet: of('--ink-2'),
		paper: of('--paper'),
		main: of('--c'),
		tint: of('--sky'),
		ok: of('--ok'),
		watch: of('--watch'),
		refer: of('--refer'),
		again: of('--again-bg'),
		font: style.fontFamily,
		letter: 0.8125 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
	};
}
