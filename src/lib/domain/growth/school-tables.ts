import type { Tables } from './indicators.ts';
import { bfa5to19 } from './tables/bfa-5-19.ts';
import { hfa5to19 } from './tables/hfa-5-19.ts';
import { wfa5to10 } from './tables/wfa-5-10.ts';

/** Height, weight and BMI for the ages of 5 to 19 years. */
export const schoolTables = { hfa5to19, wfa5to10, bfa5to19 } satisfies Tables;
