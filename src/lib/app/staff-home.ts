import { address, isOurs } from './address.ts';
import type { StaffAccount } from './staff-account.ts';

/** Where somebody of the staff goes once her account is open: where she was going, else to her work. */
export function staffHome(account: StaffAccount | null, then: string | null): string {
	if (then && isOurs(then)) return then;
	if (account?.coordinator) return address('/programme/');
	if (account?.facilitator) return address('/groups/');
	return address(account?.promoter ? '/children/' : '/phone/');
}
