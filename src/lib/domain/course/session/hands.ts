/** The hands of one question, as they were counted last. */
export interface Show {
	/** Raised hands, per option. */
	readonly counts: readonly number[];
	/** Faces whose hand was tapped, and for which option; only a way of counting, it stays in the draft. */
	readonly faces: Readonly<Record<string, number>>;
	/** How often it was asked: the last time counts. */
	readonly asked: number;
	/** The answer has been shown, so the hands are what they are; how many were there then. */
	readonly of?: number;
}

export const noHands = (options: number): Show => ({
	counts: Array<number>(options).fill(0),
	faces: {},
	asked: 1
});

export const raised = ({ counts }: Show): number => counts.reduce((sum, n) => sum + n, 0);

/** Hands that are still free: nobody raises two. */
export const free = (show: Show, present: number): number => Math.max(0, present - raised(show));

/** Sets the hands of one option; never below 0, never more hands in all than people. */
export function setHands(show: Show, option: number, wanted: number, present: number): Show {
	const before = show.counts[option];
	if (before === undefined) return show;
	const count = Math.min(Math.max(0, wanted), before + free(show, present));
	return { ...show, faces: {}, counts: show.counts.map((n, at) => (at === option ? count : n)) };
}

/** A face is tapped for an option; tapped again it is taken away, tapped for another it moves. */
export function tapHand(show: Show, option: number, who: string): Show {
	const faces = Object.fromEntries(Object.entries(show.faces).filter(([one]) => one !== who));
	if (show.faces[who] !== option) faces[who] = option;
	const counts = show.counts.map(
		(_, at) => Object.values(faces).filter((chosen) => chosen === at).length
	);
	return { ...show, faces, counts };
}

/** The answer is shown to the room of `present`. */
export const reveal = (show: Show, present: number): Show => ({ ...show, of: present });

/** Asked once more: hands down, everybody thinks again. */
export const askAgain = (show: Show): Show => ({
	...noHands(show.counts.length),
	asked: show.asked + 1
});

/** What the room needs now: below half right it is explained again, below 70 % it is asked again. */
export type Need = 'explain' | 'repeat' | 'go-on';

export function need(show: Show, right: number): Need {
	const share = show.of ? (show.counts[right] ?? 0) / show.of : 0;
	return share < 0.5 ? 'explain' : share < 0.7 ? 'repeat' : 'go-on';
}

/** What the option at a place is called in the room: A, B, C … */
export const optionLetter = (place: number): string => 'ABCDEF'.charAt(place);
