// The growth engine's door for every other room. Tables lie beside it, one module per set:
// visit-tables.ts, school-tables.ts, all-tables.ts; docs/growth-engine.md says what is promised.
export { ageFromDays, ageFromMonths, type Age } from './age.ts';
export { INDICATORS, type Indicator, type Tables } from './indicators.ts';
export type { CleanPosition, Position } from './length.ts';
export { REASONS, type Reason, type Unknown, type ZResult, type ZScore } from './reason.ts';
export { schoolAge, type SchoolAge, type SchoolReading } from './school.ts';
export { underFive, type Reading, type UnderFive } from './under-five.ts';
export type { Sex } from './unpack.ts';

// Many children at once: surveys, dashboards.
export { underFiveBatch } from './batch.ts';
export { newColumns, newScores, resultAt, type Columns, type Scores } from './columns.ts';
export { designOf, type Design, type Sampling } from './survey/design.ts';
export { standardGroups, valueGroups, type Group } from './survey/groups.ts';
export { groupTable, surveyScores, type GroupTable, type SurveyScores } from './survey/survey.ts';
