import { emblems, type EmblemName } from '#lib/ui/emblem/names.ts';
import { faceCode, faceCounts } from '#lib/ui/face/code.ts';

interface Taken {
	readonly face: string;
	readonly emblem: string;
}

/** The first face nobody has, head and colour changing from one to the next. */
export function freeFace(taken: readonly Taken[]): string {
	const faces = new Set(taken.map(({ face }) => face));
	const all = faceCounts.head * faceCounts.clothes * faceCounts.colour * faceCounts.skin;
	for (let n = taken.length; n < taken.length + all; n++) {
		const code = faceCode({
			head: 1 + (n % faceCounts.head),
			colour: 1 + (n % faceCounts.colour),
			clothes: 1 + (Math.floor(n / faceCounts.head) % faceCounts.clothes),
			skin: 1 + (Math.floor(n / 2) % faceCounts.skin)
		});
		if (!faces.has(code)) return code;
	}
	return faceCode({ head: 1, clothes: 1, colour: 1, skin: 1 });
}

/** The sign that the fewest have, in the order of the twelve. */
export function freeEmblem(taken: readonly Taken[]): EmblemName {
	const count = (name: EmblemName) => taken.filter(({ emblem }) => emblem === name).length;
	return emblems.reduce((least, name) => (count(name) < count(least) ? name : least));
}
