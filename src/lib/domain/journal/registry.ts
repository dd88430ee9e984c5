import type { Entry } from './entry.ts';
import type { KindDef } from './kind.ts';
import { attestation } from './kinds/attestation.ts';
import { caregiverAdd } from './kinds/caregiver-add.ts';
import { caregiverAmend } from './kinds/caregiver-amend.ts';
import { childAmend } from './kinds/child-amend.ts';
import { childMove } from './kinds/child-move.ts';
import { childRegister } from './kinds/child-register.ts';
import { consentRecord } from './kinds/consent-record.ts';
import { erase } from './kinds/erase.ts';
import { followupDone } from './kinds/followup-done.ts';
import { lessonFinish } from './kinds/lesson-finish.ts';
import { lessonSeen } from './kinds/lesson-seen.ts';
import { memberAmend } from './kinds/member-amend.ts';
import { memberJoin } from './kinds/member-join.ts';
import { memberLeave } from './kinds/member-leave.ts';
import { merge } from './kinds/merge.ts';
import { practiceReport } from './kinds/practice-report.ts';
import { reassign } from './kinds/reassign.ts';
import { referralOpen } from './kinds/referral-open.ts';
import { referralStep } from './kinds/referral-step.ts';
import { sessionAmend } from './kinds/session-amend.ts';
import { sessionClose } from './kinds/session-close.ts';
import { visitRecord } from './kinds/visit-record.ts';
import { strike } from './kinds/void.ts';

const house = [
	memberJoin,
	memberAmend,
	memberLeave,
	sessionClose,
	sessionAmend,
	lessonFinish,
	practiceReport,
	attestation,
	caregiverAdd,
	caregiverAmend,
	consentRecord,
	childRegister,
	childAmend,
	childMove,
	visitRecord,
	referralOpen,
	referralStep,
	followupDone,
	lessonSeen,
	merge,
	reassign,
	strike,
	erase
] as const;

type Def = (typeof house)[number];
export type Kind = Def['kind'];
type DefOf<K extends Kind> = Extract<Def, { kind: K }>;
/** The body of a kind as it is read: ids and days are branded. */
export type Body<K extends Kind> = DefOf<K> extends KindDef<K, infer B, infer _I> ? B : never;
/** The body of a kind as it is written: ids and days may be plain text. */
export type Draft<K extends Kind> = DefOf<K> extends KindDef<K, infer _B, infer I> ? I : never;
/** Any entry of a kind known here, told apart by `kind`. */
export type Fact = { [K in Kind]: Entry<K, Body<K>> }[Kind];

export type AnyKind = KindDef<string, unknown, unknown>;
export interface Registry {
	readonly kinds: readonly AnyKind[];
	kindOf(name: string): AnyKind | undefined;
}

export function makeRegistry(kinds: readonly AnyKind[]): Registry {
	const byName = new Map(kinds.map((def) => [def.kind, def]));
	return { kinds, kindOf: (name) => byName.get(name) };
}

/** The kinds this program knows. A test may try another set. */
export const registry: Registry = makeRegistry(house);

/** Whether this program understands the entry. If not it is kept and carried, never folded. */
export const isKnown = (entry: Entry): entry is Fact =>
	(registry.kindOf(entry.kind)?.v ?? 0) >= entry.v;

/** The body as the present version of the kind has it; older ones are raised, never rewritten. */
export const raise = (def: AnyKind, entry: Entry): unknown =>
	entry.v < def.v && def.upcast ? def.upcast(entry.body, entry.v) : entry.body;

/** The body if the entry is of this kind and not blank: the one place where a kind's name becomes a
 * type. */
export function bodyOf<K extends Kind>(entry: Entry | undefined, kind: K): Body<K> | null {
	const def = registry.kindOf(kind);
	if (!def || entry?.kind !== kind || entry.body === null || !isKnown(entry)) return null;
	return raise(def, entry) as Body<K>;
}
