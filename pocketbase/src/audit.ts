/** Writes one line of the audit, in the transaction of what it tells of. */
export type Audit = (app: App, line: object) => void;
