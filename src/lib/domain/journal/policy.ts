import { isHealth, type Id, type ScopeId } from '../shared/ids.ts';
import type { Entry } from './entry.ts';
import { roles, type Role } from './kind.ts';
import { registry } from './registry.ts';

/** Rights in one scope. A coordinator's reach everywhere: `*`. */
export interface Grant {
	readonly role: Role;
	readonly scope: ScopeId | '*';
}

/** Who speaks to the server: an enrolled phone, or an account with its own token. */
export interface Who {
	readonly type: 'phone' | 'account';
	readonly id: Id;
	readonly grants: readonly Grant[];
}

/** A fact, but not by right: stored aside until a coordinator releases or returns it. `account`: by an
 * account that has been switched off. `returned`: a coordinator has looked at it and said no. */
export type HeldCode = 'scope' | 'role' | 'author' | 'account' | 'returned';

/** A promoter's rights are in communities, a phone's and a facilitator's in groups. */
const fits = (role: Role, scope: ScopeId): boolean =>
	role === 'coordinator' || (role === 'promoter') === isHealth(scope);

const reaches = (grant: Grant, scope: ScopeId): boolean =>
	(grant.scope === '*' || grant.scope === scope) && fits(grant.role, scope);

/** Why this principal may not write this entry there, or null. */
export function mayWrite(who: Who, e: Entry): HeldCode | null {
	const here = who.grants.filter((grant) => reaches(grant, e.scope));
	if (!here.length) return 'scope';
	const writers = registry.kindOf(e.kind)?.writers ?? {};
	// of a blank nothing is left that a rule could ask for
	const may = ({ role }: Grant) =>
		e.body === null ? writers[role] !== undefined : writers[role]?.(e.body) === true;
	if (!here.some(may)) return 'role';
	return who.type === 'account' && e.by !== who.id ? 'author' : null;
}

/** Whether the entries of a scope go to this principal. A coordinator sees sums, not entries. */
export const mayRead = (who: Who, scope: ScopeId): boolean =>
	who.grants.some((grant) => grant.role !== 'coordinator' && reaches(grant, scope));

/** All scopes whose entries go to this principal, each once. */
export const readable = (who: Who): ScopeId[] => [
	...new Set(
		who.grants.flatMap(({ scope }) => (scope !== '*' && mayRead(who, scope) ? [scope] : []))
	)
];

type May = 'no' | 'yes' | 'depends';

/** The table of rights, for the documentation and for the test that tries every cell. */
export const matrix = (): { kind: string; may: Record<Role, May> }[] =>
	registry.kinds.map(({ kind, writers }) => {
		const may = (role: Role): May => {
			const rule = writers[role];
			if (!rule) return 'no';
			return rule.length ? 'depends' : 'yes';
		};
		const [phone, facilitator, promoter, coordinator] = roles;
		return {
			kind,
			may: {
				[phone]: may(phone),
				[facilitator]: may(facilitator),
				[promoter]: may(promoter),
				[coordinator]: may(coordinator)
			}
		};
	});
