/** What a part of a stacked bar says; told apart without colour by their order, figure and border. */
export type Tone = 'done' | 'part' | 'help' | 'none';

/** Class of a tone in shared.css: bar and legend look the same. */
export const pattern = (tone: Tone): string => `tone-${tone}`;
