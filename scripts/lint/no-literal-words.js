/**
 * Words on screen live in `messages/` and in the content, in both languages. A letter in the text
 * of a template, or in an attribute that is read aloud, is a word that only one language has.
 */
const SPOKEN = new Set(['alt', 'aria-label', 'aria-description', 'placeholder', 'title', 'label']);
const LETTER = /\p{L}/u;

/** @type {import('eslint').Rule.RuleModule} */
export const noLiteralWords = {
	meta: {
		type: 'problem',
		messages: { literal: 'Put “{{text}}” into messages/es.json and messages/ay.json.' },
		schema: []
	},
	create(context) {
		const report = (node, text) =>
			context.report({ node, messageId: 'literal', data: { text: text.trim().slice(0, 40) } });
		return {
			SvelteText(node) {
				const parent = node.parent;
				if (parent?.type === 'SvelteStyleElement' || parent?.type === 'SvelteScriptElement') return;
				if (LETTER.test(node.value)) report(node, node.value);
			},
			SvelteAttribute(node) {
				if (!SPOKEN.has(node.key?.name)) return;
				for (const part of node.value)
					if (part.type === 'SvelteLiteral' && LETTER.test(part.value)) report(node, part.value);
			}
		};
	}
};
