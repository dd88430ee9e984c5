import { examples } from './examples.ts';
import { protocolSchema } from './schema.ts';
import { kindTable, roleTable } from './tables.ts';

/** Narrow things stand on one line, wide ones are broken at their first level or two. */
function shown(value: unknown, indent = ''): string {
	const flat = JSON.stringify(value);
	if (flat.length + indent.length <= 110 || typeof value !== 'object' || value === null)
		return flat;
	const deeper = `${indent}  `;
	const parts = Array.isArray(value)
		? value.map((one) => shown(one, deeper))
		: Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${shown(one, deeper)}`);
	const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
	return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
}

const json = (value: object) => `\`\`\`json\n${shown(value)}\n\`\`\``;

function made(): Map<string, string> {
	const parts = new Map([
		['kinds', kindTable()],
		['roles', roleTable()]
	]);
	for (const { name, request, answer } of examples()) {
		parts.set(`example ${name}`, `${json(request)}\n\n${json(answer)}`);
	}
	return parts;
}

const PART = /<!-- made: ([a-z ]+) -->\n[\s\S]*?<!-- end -->/g;

/** The page with everything between its marks made again. Throws on a mark that nothing is made for. */
export function remade(page: string): string {
	const parts = made();
	return page.replace(PART, (_whole, name: string) => {
		const part = parts.get(name);
		if (part === undefined) throw new Error(`nothing is made for "${name}"`);
		return `<!-- made: ${name} -->\n\n${part}\n\n<!-- end -->`;
	});
}

export const PAGES = ['docs/protocol.md', 'docs/roles.md'];
export const SCHEMA = 'docs/protocol.schema.json';
export const schemaText = (): string => `${JSON.stringify(protocolSchema(), null, '\t')}\n`;
