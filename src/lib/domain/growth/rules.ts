/** Version of the engine: tables, arithmetic and classes. Stored with what was said of a visit. */
export const ENGINE_VERSION = '1';
/** Version of the rules below; they wait for a health worker's signature. */
export const RULES_VERSION = '1';

/** What is read with a scale, a board or a tape. */
export type Measure = 'weight' | 'length' | 'head' | 'arm';

/** Readings are compared in whole units of this much: grams and millimetres. */
export const UNITS_PER: Readonly<Record<Measure, number>> = {
	weight: 1000, // kg → g
	length: 10, // cm → mm
	head: 10, // cm → mm
	arm: 1 // mm
};

/** Outside of these no living child lies (WHO's former ranges); kg, cm, mm. */
export const POSSIBLE = {
	weight: { least: 0.9, most: 58 },
	length: { least: 38, most: 150 },
	arm: { least: 60, most: 300 }
} as const;

/** A value here was probably typed in another unit. */
export const UNIT_GUARDS = {
	weight: { above: 100, below: Infinity, unit: 'g', factor: 1 / 1000 },
	length: { above: 0, below: 3, unit: 'm', factor: 100 },
	arm: { above: 8.9, below: 30.1, unit: 'cm', factor: 10 }
} as const;

/** When a second reading is asked. */
export const REPEAT = {
	/** |z| above this. */
	extremeZ: 4,
	/** z this near to a cut-off that changes what is done. */
	nearZ: 0.1,
	cutOffs: { lfa: [-3, -2], wfa: [-3, -2], wfl: [-3, -2, 2] },
	/** cm shorter than before. */
	shorterCm: 0.5,
	/** cm gained per 30 days, below and from 6 months. */
	fastCm: { young: 5, older: 3, youngMonths: 6 },
	/** Percent of the earlier weight, within so many days. */
	weightPercent: 15,
	weightDays: 60,
	/** One visit in ten, for quality. */
	randomShare: 0.1
} as const;

/** Two readings of one measure may differ by this much: g and mm (MGRS). */
export const MOST_DIFFERENCE: Readonly<Record<Measure, number>> = {
	weight: 100,
	length: 7,
	head: 5,
	arm: 5
};

/** Faltering: slower growth than noise explains. */
export const FALTERING = {
	/** Visits nearer than this are not compared. */
	leastDays: 28,
	/** (a) g gained, by age in months at the later visit and days between. */
	gain: [
		{ belowMonths: 12, days: 28, grams: 100 },
		{ belowMonths: 24, days: 56, grams: 100 }
	],
	/** (b) fall of weight-for-age. */
	weight: { fall: 0.5, leastDays: 28, mostDays: 120 },
	/** (c) fall of length-for-age, after a repeated reading. */
	length: { fall: 0.5, leastDays: 84 }
} as const;

/** Days to the next routine control, by age in months. */
export const ROUTINE = [
	{ belowMonths: 6, days: 30 },
	{ belowMonths: 24, days: 60 },
	{ belowMonths: Infinity, days: 90 }
] as const;
/** Next control while a child is not well or its age is not known. */
export const WATCHED_DAYS = 30;
