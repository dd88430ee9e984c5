/** A keyboard beside the drawn keys: digits, erase, done. Returns whether the key was one of them. */
export function typed(
	event: KeyboardEvent,
	on: { digit: (digit: number) => void; erase: () => void; done?: (() => void) | undefined }
): boolean {
	const { target, key } = event;
	if (event.ctrlKey || event.altKey || event.metaKey) return false;
	if (target instanceof HTMLElement && target.matches('input, textarea, select, dialog *'))
		return false;
	if (/^[0-9]$/.test(key)) on.digit(Number(key));
	else if (key === 'Backspace') on.erase();
	// Enter on a focused button or link already presses it
	else if (key === 'Enter' && on.done && target === document.body) on.done();
	else return false;
	return true;
}
