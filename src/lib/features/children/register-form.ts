import type { ChildFile, Children } from '#lib/app/children.svelte.ts';
import type { BirthForm } from '#lib/domain/child/registration.ts';
import type { Child } from '#lib/domain/child/rows.ts';
import type { Birth } from '#lib/domain/growth/index.ts';
import type { Id, ScopeId } from '#lib/domain/shared/ids.ts';

export const PAGES = ['consent', 'names', 'birth', 'duplicates'] as const;
export type Page = (typeof PAGES)[number];

/** Everything that was answered, kept as a sealed draft after each answer. */
export interface Form extends BirthForm {
	readonly v: 1;
	readonly page: Page;
	readonly child: Id;
	readonly caregiver: Id;
	/** The three answers; absent until given, nothing is presumed. */
	readonly keep: boolean | undefined;
	readonly show: boolean | undefined;
	readonly count: boolean | undefined;
	readonly how: 'spoken' | 'signed' | 'thumb';
	readonly scope: ScopeId | '';
	readonly name: string;
	readonly family: string;
	readonly sex: Child['sex'] | null;
	readonly card: string;
	readonly caregiverName: string;
	readonly relation: string;
	readonly phone: string;
	/** A caregiver of the register, chosen instead of a new one. */
	readonly known: boolean;
}

/** First and last day of a birth, as rows keep it. */
export const rangeOf = (birth: Birth): Pick<Child, 'bornFrom' | 'bornTo'> => {
	if (birth.kind === 'unknown') return { bornFrom: null, bornTo: null };
	return birth.kind === 'exact'
		? { bornFrom: birth.day, bornTo: birth.day }
		: { bornFrom: birth.first, bornTo: birth.last };
};

type Guest = Pick<Child, 'name' | 'sex' | 'bornFrom' | 'bornTo'> & {
	readonly child: Id;
	readonly scope: ScopeId | '';
};
/** A child who is told and not kept, as the measuring asks for her. */
export const guestOf = ({ child: id, scope, ...known }: Guest): ChildFile => ({
	child: {
		id,
		scope: scope || ('c:000000000000000' as ScopeId),
		...known,
		family: '',
		bornHow: '',
		caregiver: '',
		card: '',
		status: 'active',
		keep: false,
		show: false,
		count: false,
		review: false
	},
	caregiver: undefined,
	visits: [],
	referrals: []
});

/** Nothing answered yet. */
export function freshForm(children: Children): Form {
	const { facts } = children;
	const [scope = ''] = facts.scopes;
	return {
		v: 1,
		page: 'consent',
		child: facts.newId(),
		caregiver: facts.newId(),
		keep: undefined,
		show: undefined,
		count: undefined,
		how: 'spoken',
		scope,
		name: '',
		family: '',
		sex: null,
		card: '',
		caregiverName: '',
		relation: 'mother',
		phone: '',
		known: false,
		found: null,
		day: '',
		year: Number(facts.today.slice(0, 4)),
		month: Number(facts.today.slice(5, 7)),
		season: null,
		event: null,
		beside: 'about'
	};
}

export const isForm = (kept: unknown): kept is Form =>
	typeof kept === 'object' && kept !== null && 'v' in kept && kept.v === 1 && 'page' in kept;

/** Version of the consent text that is read to the family. */
export const CONSENT_TEXT = 1;
