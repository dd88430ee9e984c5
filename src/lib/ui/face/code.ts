import { clothes, colours, heads, skins } from './pieces.ts';

/** A drawn face as text: head, clothes, colour and skin by their places, `h3-c2-k5-s1`. */
export type FaceCode = `h${number}-c${number}-k${number}-s${number}`;

/** Places count from 1. */
export interface FaceParts {
	readonly head: number;
	readonly clothes: number;
	readonly colour: number;
	readonly skin: number;
}

export const faceCounts = {
	head: heads.length,
	clothes: clothes.length,
	colour: colours.length,
	skin: skins.length
} as const satisfies FaceParts;

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
