import type { Inks } from './extras.ts';

/** The colours of the page at this place and moment. */
export function inksOf(element: Element): Inks {
	const style = getComputedStyle(element);
	const of = (name: string) => style.getPropertyValue(name).trim();
	return {
		ink: of('--ink'),
		quiet: of('--ink-2'),
		paper: of('--paper'),
		ok: of('--ok'),
		okFill: of('--ok-bg'),
		watch: of('--watch'),
		watchInk: of('--watch-ink'),
		watchFill: of('--watch-bg'),
		refer: of('--refer'),
		referFill: of('--refer-bg'),
		font: style.fontFamily,
		letter: 0.875 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
	};
}
