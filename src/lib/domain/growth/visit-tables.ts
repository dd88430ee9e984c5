import type { Tables } from './indicators.ts';
import { acfa } from './tables/acfa.ts';
import { bfa } from './tables/bfa.ts';
import { hcfa } from './tables/hcfa.ts';
import { lfa } from './tables/lfa.ts';
import { wfa } from './tables/wfa.ts';
import { wfh } from './tables/wfh.ts';
import { wfl } from './tables/wfl.ts';

/** What a visit of a child under five needs; each is unpacked when first asked for. */
export const visitTables = { lfa, wfa, wfl, wfh, bfa, hcfa, acfa } satisfies Tables;
