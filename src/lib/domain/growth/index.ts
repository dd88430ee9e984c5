// The growth engine's door for every other room. Tables lie beside it, one module per set:
// visit-tables.ts, school-tables.ts, all-tables.ts; docs/growth-engine.md says what is promised.
export { ENGINE_VERSION, RULES_VERSION, type Measure } from './rules.ts';
export { ageFromDays, ageFromMonths, ageOn, completedMonths, type Age } from './age.ts';
export {
	ageWindow,
	bornAround,
	bornInMonthOf,
	WIDEST_WINDOW_DAYS,
	type AgeWindow,
	type Birth
} from './birth.ts';
export { INDICATORS, type Indicator, type Tables } from './indicators.ts';
export type { CleanPosition, Position } from './length.ts';
export {
	REASONS,
	type Reason,
	type Unknown,
	type ZRange,
	type ZResult,
	type ZScore
} from './reason.ts';
export type { Sex } from './unpack.ts';

// One child.
export { underFive, type Reading, type UnderFive } from './under-five.ts';
export { underFiveWithin, type Approximate } from './approximate.ts';
export { assess, type Assessed, type Visit } from './assess.ts';
export { schoolAge, type SchoolAge, type SchoolReading } from './school.ts';
export {
	classOf,
	type Classified,
	type ClassReason,
	type Classing,
	type IndexClass
} from './classes.ts';
export { acuteMalnutrition, ARM_CUT_OFFS, type Acute, type Oedema } from './acute.ts';
export { centileOf, type Centile } from './centile.ts';
export { CHART_LINES, curve, type Curve, type CurveOf, type Point } from './chart.ts';

// A visit: what is asked, what it comes to.
export { plausibility, visitFaults, type Plausibility, type VisitFault } from './plausible.ts';
export { repeatsFor, settle, type Measured, type Repeat, type Settled } from './repeat.ts';
export { trendOf, type FalteringSign, type Seen, type Trend } from './faltering.ts';
export {
	followUpDays,
	resultOf,
	routineDays,
	type Findings,
	type Missing,
	type VisitResult
} from './result.ts';
export {
	NEXT,
	RESULT_CLASSES,
	type Action,
	type Face,
	type Plan,
	type ResultClass
} from './results.ts';

// Many children at once: surveys, dashboards.
export { underFiveBatch } from './batch.ts';
export { newColumns, newScores, resultAt, type Columns, type Scores } from './columns.ts';
export { designOf, type Design, type Sampling } from './survey/design.ts';
export { standardGroups, valueGroups, type Group } from './survey/groups.ts';
export { groupTable, surveyScores, type GroupTable, type SurveyScores } from './survey/survey.ts';

// How well is measured; and what waits for a person's confirmation (no screen classes by it).
export {
	COACHING_ABOVE,
	DIGIT_PREFERENCE_BANDS,
	digitPreference,
	spreadOfZ,
	technicalError,
	type Quality
} from './quality.ts';
export { velocityZ, type Increment, type VelocityZ } from './velocity.ts';
export { haemoglobin, type Haemoglobin, type HaemoglobinRule } from './haemoglobin.ts';
