import type { Tables } from './indicators.ts';
import { schoolTables } from './school-tables.ts';
import { ssfa } from './tables/ssfa.ts';
import { tsfa } from './tables/tsfa.ts';
import { visitTables } from './visit-tables.ts';

/** Every table: for surveys and the command line. */
export const allTables: Tables = { ...visitTables, ...schoolTables, tsfa, ssfa };
