// Flags Aymara words whose stem is not attested in wordlist.txt: finds typing slips and invented words.
// A pass proves neither meaning nor grammar; a flag is no proof of an error. See LICENSE-wordlist.md.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const GRAPHEMES =
	/^(chh|ch'|ch|kh|k'|k|ph|p'|p|qh|q'|q|th|t'|t|ll|l|m|n|ñ|r|s|j|w|x|y|a|ä|i|ï|u|ü)+$/u;
const TOKEN = /\p{L}+(?:'\p{L}+)*/gu;
const MIN_STEM = 4;
const DEPTH = 6;

// sentence suffixes, case, possession, number, then verb endings; short forms are elided ones
const SUFFIXES = [
	...new Set(
		`wa w xa x ti t sa s sti st ki k raki rak puni pun lla ya pi cha ch ra
		naka nak na n ru r ta taki tak mpi mp kama kam layku layk jama jam tuqi tuq pacha pach
		ja ma m pa p ni nkiri nkir nki niri kiri
		ña ñ ñani ñän ñawa ñapa ñama ñataki ñatak iri ir äwi äw wi awi aw tawa ata
		si sina sin sinxa yä y t'a t' ska sk xi px pxa pxam pxi ka rapi rap raya kipa naqa nuqa xata
		nta su tata thapi waya way i iwa iw u tha tan tanwa sma ista istu itu spa sna ksna iti kiti
		niwa niw pan pana mti mtati täna äna tayna`.split(/\s+/)
	)
].sort((a, b) => b.length - a.length);

/** Lower case with one apostrophe, as the word list has it. */
export const normal = (text: string): string =>
	text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[‘’ʼʻ´`′]/g, "'");

export const tokens = (text: string): string[] => normal(text).match(TOKEN) ?? [];

const shorten = (word: string) =>
	word.replaceAll('ä', 'a').replaceAll('ï', 'i').replaceAll('ü', 'u');

export type WordCheck = (word: string) => boolean;

/** @param known attested forms and agreed terms; @returns whether a word or a stem of it is known */
export function wordCheck(known: Iterable<string>): WordCheck {
	const short = new Set([...known].map((word) => shorten(normal(word))));
	const has = (word: string) => short.has(shorten(word));
	// known bare, with a vowel restored, without its last vowel, or as an infinitive
	const isStem = (stem: string): boolean => {
		if (has(stem) || has(stem + 'ña')) return true;
		if (!/[aiuäïü]$/.test(stem)) {
			return ['a', 'i', 'u'].some((vowel) => has(stem + vowel) || has(stem + vowel + 'ña'));
		}
		return stem.length > MIN_STEM && has(stem.slice(0, -1));
	};
	return (word) => {
		const whole = normal(word);
		if (has(whole)) return true;
		if (!GRAPHEMES.test(whole)) return false;
		return stemsOf(whole, isStem);
	};
}

function stemsOf(word: string, isStem: (stem: string) => boolean): boolean {
	if (isStem(word)) return true;
	let layer = new Set([word]);
	const seen = new Set([word]);
	for (let depth = 0; depth < DEPTH && layer.size; depth++) {
		const next = new Set<string>();
		for (const current of layer) {
			for (const suffix of SUFFIXES) {
				if (!current.endsWith(suffix)) continue;
				const stem = current.slice(0, -suffix.length);
				if (stem.length < MIN_STEM || seen.has(stem)) continue;
				if (isStem(stem)) return true;
				seen.add(stem);
				next.add(stem);
			}
		}
		layer = next;
	}
	return false;
}

/** Forms attested in open Aymara texts; none when the list is not there. */
export function readWordlist(): string[] {
	const file = join('scripts', 'aymara', 'wordlist.txt');
	return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}
