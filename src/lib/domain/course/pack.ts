/** The files of a course in one language, and how much of them lies on a phone. */
import type { Language } from './lesson.ts';

export interface PackFile {
	address: string;
	bytes: number;
	sha256: string;
	/** spoken: left out of the light pack */
	voice?: true;
}

/** The voice of the screens stands among the packs as if it were a course. */
export const SCREENS_PACK = 'screens';

/** Everything a course needs in one language without a network. */
export interface Pack {
	course: string;
	language: Language;
	files: PackFile[];
}

/** full: no room · away: out of reach · broken: arrives damaged */
export type PackFault = 'full' | 'away' | 'broken';

export interface PackState {
	/** files here, and how many there are */
	here: number;
	of: number;
	/** bytes of the voice, and bytes still to be fetched of everything */
	bytes: number;
	missing: number;
	/** somebody asked for it, in this version or an older one */
	wanted: boolean;
	fault?: PackFault;
}

export const weightOf = (files: readonly PackFile[]): number =>
	files.reduce((sum, { bytes }) => sum + bytes, 0);

export const isWhole = ({ missing }: Pick<PackState, 'missing'>): boolean => missing === 0;
