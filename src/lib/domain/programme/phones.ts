/** A phone as the office knows it; what it said of itself came with its last sync. */
export interface OfficePhone {
	readonly id: string;
	readonly label: string;
	readonly active: boolean;
	/** When it last synced, ms; undefined for never. */
	readonly last: number | undefined;
	readonly version: string;
	/** MB that its browser lets it use still; undefined where it has not said. */
	readonly left: number | undefined;
	readonly faults: readonly PhoneFault[];
}
export interface PhoneFault {
	readonly at: number;
	readonly code: string;
	readonly route: string;
}

export const PHONE_FLAGS = ['silent', 'old', 'full', 'faults', 'revoked'] as const;
export type PhoneFlag = (typeof PHONE_FLAGS)[number];

const DAY_MS = 86_400_000;
const SILENT_DAYS = 14;
/** Less room than a course with its voice takes. */
const LITTLE_MB = 100;

/** Whole days since it was heard of; undefined for never. */
export const daysSilent = ({ last }: Pick<OfficePhone, 'last'>, now: number): number | undefined =>
	last === undefined ? undefined : Math.max(0, Math.floor((now - last) / DAY_MS));

/** What is to be looked at; of a phone that was shut out nothing else matters. */
export function flagsOf(
	phone: OfficePhone,
	{ now, version }: { readonly now: number; readonly version: string }
): PhoneFlag[] {
	if (!phone.active) return ['revoked'];
	const days = daysSilent(phone, now);
	const flags: Record<Exclude<PhoneFlag, 'revoked'>, boolean> = {
		silent: days === undefined || days >= SILENT_DAYS,
		old: phone.version !== '' && phone.version !== version,
		full: phone.left !== undefined && phone.left < LITTLE_MB,
		faults: phone.faults.some(({ at }) => now - at < SILENT_DAYS * DAY_MS)
	};
	return PHONE_FLAGS.filter((flag) => flag !== 'revoked' && flags[flag]);
}
