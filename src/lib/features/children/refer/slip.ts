import type { ChildFile } from '#lib/app/children.svelte.ts';
import { both } from '#lib/app/words.ts';
import { dangersIn, reasonsIn, type DangerSign, type Reason } from '#lib/domain/child/danger.ts';
import type { Episode } from '#lib/domain/child/referral.ts';
import { fullName, type Visit } from '#lib/domain/child/rows.ts';
import { shownVisits } from '#lib/domain/child/same-day.ts';
import { number, shortDay } from '#lib/domain/shared/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Said, Words } from '#lib/ui/words.ts';
import { ageWords } from '../said.ts';

const SIGN_WORDS = {
	'no-feeding': m.children_refer_no_feeding,
	vomits: m.children_refer_vomits,
	fits: m.children_refer_fits,
	listless: m.children_refer_listless
} as const satisfies Record<DangerSign, () => string>;

/** A sign in both languages; what has no Aymara word yet stands in Spanish alone. */
/** The sign in both languages, to be spoken. */
export const signSaid = (sign: DangerSign): Words => both(SIGN_WORDS[sign]);

export const signWords = (sign: DangerSign): Said =>
	sign === 'fits' && getLocale() === 'es' ? m.children_refer_fits() : both(SIGN_WORDS[sign]);

export const REASON_WORDS = {
	oedema: m.children_refer_reason_oedema,
	'arm-under-115': m.children_refer_reason_arm_under_115,
	'arm-under-125': m.children_refer_reason_arm_under_125,
	'weight-under-3': m.children_refer_reason_weight_under_3,
	'weight-under-2': m.children_refer_reason_weight_under_2,
	'length-under-3': m.children_refer_reason_length_under_3,
	'young-infant': m.children_refer_reason_young_infant,
	'implausible-stands': m.children_refer_reason_implausible_stands,
	'stunted-and-falling': m.children_refer_reason_stunted_and_falling,
	promoter: m.children_refer_reason_promoter
} as const satisfies Record<Reason, () => string>;

/** A slip as it is shown, printed, drawn and written into a square. */
export interface SlipModel {
	readonly number: string;
	readonly day: string;
	readonly urgency: 'today' | 'week';
	readonly child: string;
	readonly adult: string;
	readonly place: string;
	readonly measuredOn: string;
	readonly values: readonly {
		readonly id: string;
		readonly name: Words;
		readonly value: string;
		readonly unit?: string;
		readonly reason: boolean;
	}[];
	readonly reasons: readonly Reason[];
	readonly dangers: readonly DangerSign[];
	/** The family allows it to be sent; else it goes on paper. */
	readonly sendable: boolean;
	readonly by: string;
}

/** «K4F-9XQ»: enough of the id to find it again. */
export const slipNumber = (id: string): string =>
	`${id.slice(0, 3)}-${id.slice(3, 6)}`.toUpperCase();

const spanish = ({ lang, text, second }: Words): string =>
	lang === 'es' ? text : (second ?? text);

/** The measuring of which the slip speaks: the one that asked for it, else the newest. */
const visitOf = (file: ChildFile, { visit }: Episode): Visit | undefined =>
	file.visits.find(({ id }) => id === visit) ?? shownVisits(file.visits)[0];

const arm = (mm: number): string => number(mm, Number.isInteger(mm) ? 0 : 1);

function oedemaText(oedema: string): string {
	if (oedema === 'none') return m.children_refer_no({}, { locale: 'es' });
	if (oedema === 'unseen') return m.children_refer_unseen({}, { locale: 'es' });
	return m.children_refer_yes({}, { locale: 'es' });
}

function valuesOf(visit: Visit | undefined, reasons: readonly Reason[]): SlipModel['values'] {
	if (!visit) return [];
	const has = (...wanted: Reason[]) => wanted.some((one) => reasons.includes(one));
	const { weightKg, lengthCm, muacMm, oedema } = visit;
	const shown = (value: number | null, text: (value: number) => string) =>
		value === null ? '–' : text(value);
	const one = (value: number) => number(value, 1);
	return [
		{
			id: 'weight',
			name: both(m.children_refer_weight),
			value: shown(weightKg, one),
			unit: 'kg',
			reason: has('weight-under-2', 'weight-under-3')
		},
		{
			id: 'length',
			name: both(m.children_refer_length),
			value: shown(lengthCm, one),
			unit: 'cm',
			reason: has('length-under-3', 'stunted-and-falling')
		},
		{
			id: 'arm',
			name: both(m.children_refer_arm),
			value: shown(muacMm, arm),
			unit: 'mm',
			reason: has('arm-under-115', 'arm-under-125')
		},
		{
			id: 'oedema',
			name: both(m.children_refer_oedema),
			value: oedemaText(oedema),
			reason: has('oedema')
		}
	];
}

/** The slip of a sending. What the health post reads is Spanish, whatever the screen shows. */
export function slipOf(file: ChildFile, episode: Episode, by: string): SlipModel {
	const { child, caregiver } = file;
	const visit = visitOf(file, episode);
	const reasons = reasonsIn(episode.reasons);
	return {
		number: slipNumber(episode.id),
		day: shortDay(episode.day),
		urgency: episode.urgency,
		child: `${fullName(child)}, ${spanish(ageWords(child, episode.day))}`,
		adult: [caregiver?.name, caregiver?.phone].filter(Boolean).join(' · '),
		place: episode.place,
		measuredOn: visit ? shortDay(visit.day) : '',
		values: valuesOf(visit, reasons),
		reasons,
		dangers: dangersIn(episode.reasons),
		sendable: child.show,
		by
	};
}

const ES = { locale: 'es' } as const;

/** The slip as lines of plain Spanish: for the image and the square. */
export function slipLines(slip: SlipModel): string[] {
	const { values, reasons, dangers, place, adult, measuredOn } = slip;
	const urgent =
		slip.urgency === 'today' ? m.children_refer_today({}, ES) : m.children_refer_week({}, ES);
	const read = values
		.map(
			({ name, value, unit }) =>
				`${spanish(name)} ${value}${unit && value !== '–' ? ` ${unit}` : ''}`
		)
		.join(' · ');
	const line = (name: string, value: string) => (value ? [`${name}: ${value}`] : []);
	return [
		`${m.children_refer_slip({}, ES)} · ${urgent}`,
		`${slip.day} · ${m.children_refer_number({ n: slip.number }, ES)}`,
		...line(m.children_refer_child({}, ES), slip.child),
		...line(m.children_refer_adult({}, ES), adult),
		...line(m.children_refer_place({}, ES), place),
		...(measuredOn ? [m.children_refer_measured_on({ day: measuredOn }, ES), read] : []),
		...line(
			m.children_refer_why({}, ES),
			reasons.map((reason) => REASON_WORDS[reason]({}, ES)).join(', ')
		),
		...line(
			m.children_refer_danger({}, ES),
			dangers.map((sign) => SIGN_WORDS[sign]({}, ES)).join(', ')
		),
		m.children_refer_by({ name: slip.by }, ES)
	];
}
