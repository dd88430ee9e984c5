// Who (a look), what (a pose with hands) and the tables of the jointed figure in content/pictures/figure.json.
// 1 unit = 1 cm: an adult is 150 to the crown; the origin is on the ground below the body, facing right.
import type { Point } from './geometry.ts';
import type { Shape } from './shape.ts';

export type Hand = 'near' | 'far';
type PerHand<T> = { readonly [H in Hand]?: T };

export interface Look {
	es?: string;
	age?: 'adult' | 'teen' | 'child' | 'toddler';
	bottom?: 'pollera' | 'skirt' | 'trousers';
	hair?: string;
	hat?: string;
	sleeve?: string;
	skin?: string;
	/** colours, by name or #hex; "off" takes off what the look has */
	top?: string;
	skirt?: string;
	shawl?: string;
	hatC?: string;
	hatB?: string;
	hairC?: string;
	shoe?: string;
	trim?: string;
	apron?: string;
	vest?: string;
	leg?: string;
	poncho?: string;
	tullma?: string;
	man?: boolean;
	old?: boolean;
	zip?: boolean;
	belly?: boolean;
}

/** A point of the picture, or an anchor of something in it: "@cow.teat1". */
export type Target = Point | string;

export interface Held {
	part: string;
	/** anchor of the part that lies in the hand */
	by?: string;
	rot?: number;
	s?: number;
	c?: Record<string, string>;
}

export interface FigureSpec {
	fig: string;
	at: Point;
	s?: number;
	flip?: boolean;
	wear?: Look;
	pose?: string;
	lean?: number;
	headLean?: number;
	tilt?: number;
	shift?: Point;
	/** body seen from the side */
	side?: boolean;
	near?: Target;
	far?: Target;
	elbow?: PerHand<number>;
	hands?: PerHand<string>;
	thumb?: PerHand<number>;
	wrist?: PerHand<number>;
	hold?: PerHand<Held>;
	bare?: boolean | 'all';
	sleeveless?: boolean;
	armScale?: number;
	hide?: string[];
	over?: string[];
	armOver?: boolean;
	back?: 'baby' | 'bundle';
	apron?: string;
	/** 0: the head looks at us; else three quarters */
	turn?: number;
	gaze?: Point;
	eyes?: 'open' | 'down' | 'shut';
	mouth?: 'smile' | 'flat' | 'worry' | 'open' | 'talk';
	/** no ear, no seam: lighter */
	lite?: boolean;
	noBraid?: boolean;
	noDrape?: boolean;
}

interface Dress {
	d: string;
	pleats: string;
	band?: string;
}

export interface Pose {
	waist: Point;
	lean: number;
	side?: boolean;
	hip?: number;
	feet: Point[];
	legs: [LegBones, LegBones];
	/** soles of someone who kneels */
	back?: string;
	pollera: Dress;
	skirt: Dress;
}

export interface LegBones {
	hip: Point;
	knee: Point;
	foot: Point;
	width: number;
}

/** Measures of an age, against those of an adult. */
export interface Body {
	torso: number;
	shoulders: number;
	upperArm: number;
	forearm: number;
	head: number;
	legs: number;
	limbs: number;
}

export interface FigureTables {
	hands: Record<string, { d: string; lines?: string }>;
	faces: Record<'adult' | 'child', Record<'quarter' | 'front', string>>;
	hair: Record<'long' | 'short', Record<'quarter' | 'front', string>>;
	bodies: Record<string, Body>;
	torso: Record<'front' | 'side', string>;
	shawl: Record<'front' | 'side', [string, string, string]>;
	poses: Record<string, Pose>;
}

/** Everything that a figure is made from. */
export interface Wardrobe {
	tables: FigureTables;
	looks: Record<string, Look>;
	/** colour names → #hex */
	palette: Record<string, string>;
}

export interface Drawn {
	shapes: Shape[];
	anchors: Record<string, Point>;
	warnings: string[];
}

/** The entry of a table, or a word about what is missing. */
export function pick<T>(table: Record<string, T>, name: string, what: string): T {
	const found = table[name];
	if (found === undefined) throw new Error(`no ${what} ${name}`);
	return found;
}
