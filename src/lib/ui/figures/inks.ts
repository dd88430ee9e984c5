/** Colours and letters of the page as it is now: sun mode has others. */
export interface Inks {
	readonly ink: string;
	readonly quiet: string;
	readonly paper: string;
	readonly main: string;
	readonly tint: string;
	readonly ok: string;
	readonly okFill: string;
	readonly watch: string;
	readonly watchInk: string;
	readonly watchFill: string;
	readonly refer: string;
	readonly referFill: string;
	readonly again: string;
	readonly font: string;
	/** Size of a letter in px. */
	readonly letter: number;
}

/** The inks at this place and moment; letters in rem. */
export function inksOf(element: Element, letterRem: number): Inks {
	const style = getComputedStyle(element);
	const of = (name: string) => style.getPropertyValue(name).trim();
	return {
		ink: of('--ink'),
		quiet: of('--ink-2'),
		paper: of('--paper'),
		main: of('--c'),
		tint: of('--sky'),
		ok: of('--ok'),
		okFill: of('--ok-bg'),
		watch: of('--watch'),
		watchInk: of('--watch-ink'),
		watchFill: of('--watch-bg'),
		refer: of('--refer'),
		referFill: of('--refer-bg'),
		again: of('--again-bg'),
		font: style.fontFamily,
		letter: letterRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
	};
}
