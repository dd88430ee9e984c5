const NAME = 'yatiqana.gone';

/** A vault has left this phone: tells the app's other windows, which may have it open. Nothing stays. */
export function tellGone(account: string): void {
	try {
		localStorage.setItem(NAME, account);
		localStorage.removeItem(NAME);
	} catch {
		// switched off: the other windows find out when they write
	}
}

/** Hears it in the other windows. */
export function heardGone(then: (account: string) => void): void {
	addEventListener('storage', ({ key, newValue }) => {
		if (key === NAME && newValue) then(newValue);
	});
}
