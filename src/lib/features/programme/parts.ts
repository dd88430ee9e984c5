import type { View } from '#lib/domain/programme/view.ts';
import { m } from '#lib/paraglide/messages.js';
import { few, partName } from './names.ts';
import type { Table } from './numbers.ts';

const SPLITS = { sex: m.programme_by_sex, age: m.programme_by_age } as const;

/** Who was reached, or who does something at home: all, by community, sex and age. */
export function partsTable(
	view: View,
	of: 'people' | 'practising',
	placeName: (id: string) => string
): Table {
	const split = (by: 'all' | 'sex' | 'age') =>
		of === 'people' ? view.people(by) : view.practising(by);
	const places = of === 'people' ? view.reachedPlaces : view.practisingPlaces;
	const rows = [
		...split('all').map(({ n }) => [m.programme_altogether(), few(n)]),
		...places.map(({ name, n }) => [placeName(name) || m.programme_unknown(), few(n)]),
		...(['sex', 'age'] as const).flatMap((by) =>
			split(by).map(({ name, n }) => [`${SPLITS[by]()}: ${partName(name)}`, few(n)])
		)
	];
	return { id: of, heads: [m.programme_part(), m.programme_reached()], rows };
}
