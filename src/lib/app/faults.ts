/** What went wrong, without a word of what was on the screen: it may be a child's name. */
export interface Fault {
	at: number;
	code: string;
	route: string;
	version: string;
}

const KEY = 'yatiqana.faults';
const KEPT = 50;

/** The last faults of this phone, oldest first. */
export function faults(): Fault[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return Array.isArray(stored) ? (stored as Fault[]) : [];
	} catch {
		return []; // unreadable: a list of faults is no fact, it may begin again
	}
}

/** Keeps the last 50; the text of an error never enters, only its kind. */
export function noteFault(fault: Fault): void {
	try {
		localStorage.setItem(KEY, JSON.stringify([...faults(), fault].slice(-KEPT)));
	} catch {
		// storage is full or off: the fault itself matters more than its record
	}
}

/** A stable word for an exception: its name, or the code of a failed load. */
export function faultCode(error: unknown, status: number): string {
	if (status === 404) return 'not-found';
	if (error instanceof Error) {
		if (/dynamically imported module|Importing a module script/i.test(error.message))
			return 'chunk-missing';
		return /^[A-Za-z]{1,40}$/.test(error.name) ? error.name : 'Error';
	}
	return 'unknown';
}
