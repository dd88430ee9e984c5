// The server's part of the house, one file for the hooks. `zod/compile` must stay first: schemas made
// after it are compiled, which the engine can do and a page under our policy cannot.
import 'zod/compile';

export { sync } from './sync-route.ts';
export { childReport } from './child-report.ts';
export { groupReport } from './group-report.ts';
export { programmeReport, refreshSums } from './programme-report.ts';
export { exportTable } from './export.ts';
export { decideHeld, listHeld } from './held.ts';
export { handover } from './handover.ts';
export { secrets } from './secrets.ts';
export { rebuild } from './rebuild.ts';
