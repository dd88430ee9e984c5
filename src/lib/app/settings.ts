/**
 * Small choices of this phone that must be known before anything is loaded: language, sun mode, hand, health post.
 * Local storage, because it answers at once; it can be missing or full, and then nothing is lost but a choice.
 */
const KEYS = {
	language: 'yatiqana.language',
	mode: 'yatiqana.mode',
	reading: 'yatiqana.reading',
	person: 'yatiqana.person',
	course: 'yatiqana.course',
	post: 'yatiqana.post'
} as const;
export type Setting = keyof typeof KEYS;

export function readSetting(name: Setting): string | null {
	try {
		return localStorage.getItem(KEYS[name]);
	} catch {
		return null; // storage switched off: the default holds
	}
}

export function writeSetting(name: Setting, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(KEYS[name]);
		else localStorage.setItem(KEYS[name], value);
	} catch {
		// full or switched off: the choice holds until the page is closed
	}
}

const VISIT = 'yatiqana.here';

/** Who has lifted her veil on this visit: as long as the window is open, also after a killed tab. */
export function readVisit(): string | null {
	try {
		return sessionStorage.getItem(VISIT);
	} catch {
		return null; // switched off: she lifts it again
	}
}

export function writeVisit(person: string | null): void {
	try {
		if (person === null) sessionStorage.removeItem(VISIT);
		else sessionStorage.setItem(VISIT, person);
	} catch {
		// switched off: it holds until the page is closed
	}
}
