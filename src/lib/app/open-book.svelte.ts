import { getApp } from './context.ts';
import { GroupBook } from './group-book.svelte.ts';

/** The book of a group while its page is open: read again whenever something stored has changed. To be
 * called as a page begins. */
export function openBook(group: () => string): GroupBook {
	const { field, staff } = getApp();
	const book = new GroupBook(field, staff);
	$effect(() => {
		void field.revision;
		if (staff.account) void book.look(group());
	});
	return book;
}
