import type { Attachment } from 'svelte/attachments';

/** Sets a custom property from script: the content security policy forbids `style` attributes. */
export const property =
	(name: `--${string}`, value: string): Attachment<HTMLElement | SVGElement> =>
	(element) => {
		element.style.setProperty(name, value);
	};
