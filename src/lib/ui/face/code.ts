/** A drawn face as text: head, clothes, colour and skin by their places, `h3-c2-k5-s1`. */
export type FaceCode = `h${number}-c${number}-k${number}-s${number}`;

/** Places count from 1. */
export interface FaceParts {
	readonly head: number;
	readonly clothes: number;
	readonly colour: number;
	readonly skin: number;
}

/** Main colour and its pale partner. Places are part of a saved code: add at the end, never move. */
export const colours = [
	['#B0186B', '#E5A0C0'],
	['#5B3A8C', '#B9A6D6'],
	['#0B4F5C', '#A9D0CF'],
	['#007A5E', '#BFE3D3'],
	['#F2B01E', '#FBE3A6'],
	['#B84A08', '#F0A56B'],
	['#3E8C93', '#A9D0CF'],
	['#6B4630', '#F0E4CE']
] as const;
export const skins = ['#D39C72', '#BD8259', '#A66F4A'] as const;

/** Heads and clothes are drawn in face.svg. */
export const faceCounts = {
	head: 14,
	clothes: 6,
	colour: colours.length,
	skin: skins.length
} as const satisfies FaceParts;

const FIRST_SMALL = 12;
/** Whether a head is a child's, whose clothes are small. */
export const isSmall = (head: number): boolean => head >= FIRST_SMALL;

export const faceCode = ({ head, clothes, colour, skin }: FaceParts): FaceCode =>
	`h${head}-c${clothes}-k${colour}-s${skin}`;

const CODE = /^h(\d+)-c(\d+)-k(\d+)-s(\d+)$/;
const within = (value: string | undefined, count: number) =>
	Math.min(Math.max(Number(value ?? 1), 1), count);

/** Reads any text: a code of a later release, or none at all, still gives a face that can be drawn. */
export function parseFace(code: string): FaceParts {
	const match = CODE.exec(code) ?? [];
	return {
		head: within(match[1], faceCounts.head),
		clothes: within(match[2], faceCounts.clothes),
		colour: within(match[3], faceCounts.colour),
		skin: within(match[4], faceCounts.skin)
	};
}
