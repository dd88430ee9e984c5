/** `short`: fewer than six digits, or than ten letters. `easy`: the first one anybody would try. */
export type CodeFault = 'short' | 'easy';

const DIGITS = 6;
const LETTERS = 10;
const RUN = '01234567890123456789';

/** Whether a code may lock a vault: six digits or more, or a phrase. */
export function codeFault(code: string): CodeFault | null {
	const typed = code.trim();
	if (!/^[0-9]+$/.test(typed)) return typed.length < LETTERS ? 'short' : null;
	if (typed.length < DIGITS) return 'short';
	const back = [...typed].reverse().join('');
	const even = /^([0-9]{1,3})\1+$/.test(typed);
	return even || RUN.includes(typed) || RUN.includes(back) ? 'easy' : null;
}
