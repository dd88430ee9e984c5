// What a panel shows as a picture, whatever draws it.

/** How a set looks: by fill and hatch, never by colour alone. */
export type Ink = 'done' | 'part' | 'none' | 'ok' | 'watch' | 'refer' | 'again' | 'goal';
export interface PlotSet {
	readonly name: string;
	readonly ink: Ink;
	/** null: nothing is known of this month, or it is not told. */
	readonly values: readonly (number | null)[];
	/** 95 % interval of each value. */
	readonly spread?: readonly (readonly [low: number, high: number] | null)[];
}
export interface Plot {
	/** `beside`: the second bar stands behind the first, as its whole. */
	readonly shape: 'bars' | 'stack' | 'beside' | 'line';
	/** Under each month its own words, line by line. */
	readonly labels: readonly (readonly string[])[];
	readonly sets: readonly PlotSet[];
	/** What the numbers are: «%», «L», «personas». */
	readonly unit: string;
}
