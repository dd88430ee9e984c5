/** What a bundle of recordings says about itself: docs/recipes/record-aymara.md. */
import type { Language } from './lesson.ts';

/** Raised when the format changes. */
export const BUNDLE_FORMAT = 'yatiqana-voice-1';

export interface BundledClip {
	lesson: string;
	/** path of the text in its lesson, and which line of it */
	where: string;
	line: number;
	/** first 16 hexadecimal digits of the sha-256 of the words as they stood on the screen */
	text: string;
	/** name of the file in the bundle */
	file: string;
	seconds: number;
	/** civil date on which it was recorded */
	day: string;
}

export interface BundleManifest {
	format: typeof BUNDLE_FORMAT;
	language: Language;
	/** who speaks, as she wishes to be named */
	reader: string;
	/** what she agreed to, and when */
	consent: { licence: 'CC-BY-4.0'; day: string };
	clips: BundledClip[];
}
