import type { Grant } from '#lib/domain/journal/policy.ts';
import { isHealth, type Id, type ScopeId } from '#lib/domain/shared/ids.ts';
import type { OfficeFault } from './office.svelte.ts';

/** `revoked`: the programme lets this phone in no more. */
export type SignInFault = OfficeFault | 'revoked';

export type StaffRole = 'promoter' | 'facilitator' | 'coordinator';

/** The account that is open on this phone, and what she may do. */
export interface StaffAccount {
	readonly id: Id;
	readonly name: string;
	/** Communities whose children she sees. */
	readonly scopes: readonly ScopeId[];
	/** Groups she leads. */
	readonly groups: readonly ScopeId[];
	readonly promoter: boolean;
	readonly facilitator: boolean;
	readonly coordinator: boolean;
}

interface Opened {
	readonly id: Id;
	readonly name: string;
	readonly grants: readonly Grant[];
}

/** What an account may do here, out of its grants. */
export function staffAccount({ id, name, grants }: Opened): StaffAccount {
	const where = (role: StaffRole) =>
		grants.flatMap((grant) => (grant.role === role && grant.scope !== '*' ? [grant.scope] : []));
	const scopes = where('promoter').filter(isHealth);
	const groups = where('facilitator');
	return {
		id,
		name,
		scopes,
		groups,
		promoter: scopes.length > 0,
		facilitator: groups.length > 0,
		coordinator: grants.some(({ role }) => role === 'coordinator')
	};
}
