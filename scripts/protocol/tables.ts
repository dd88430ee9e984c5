import { matrix } from '#lib/domain/journal/policy.ts';
import { roles } from '#lib/domain/journal/kind.ts';
import { registry } from '#lib/domain/journal/registry.ts';
import { bodySchema } from './schema.ts';

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
	[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const MAY = { no: '', yes: 'yes', depends: 'not every body' };

/** Who may write what in a scope of hers. */
export const roleTable = (): string =>
	table(
		['kind', ...roles],
		matrix().map(({ kind, may }) => [`\`${kind}\``, ...roles.map((role) => MAY[may[role]])])
	);

/** Every kind with its version, its fields and the tables that it changes. */
export const kindTable = (): string =>
	table(
		['kind', 'v', 'body', 'changes'],
		registry.kinds.map(({ kind, v, fold }) => {
			const { properties = {}, required = [] } = bodySchema(kind);
			const fields = Object.keys(properties).map((name) =>
				required.includes(name) ? name : `${name}?`
			);
			const changes = Object.keys(fold).join(', ') || '–';
			return [`\`${kind}\``, String(v), fields.join(', '), changes];
		})
	);
