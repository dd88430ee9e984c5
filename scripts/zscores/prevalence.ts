import { allTables } from '../../src/lib/domain/growth/all-tables.ts';
import { underFiveBatch } from '../../src/lib/domain/growth/batch.ts';
import { designOf, type Sampling } from '../../src/lib/domain/growth/survey/design.ts';
import {
	standardGroups,
	valueGroups,
	type Group
} from '../../src/lib/domain/growth/survey/groups.ts';
import {
	groupTable,
	SURVEYED,
	surveyScores,
	type GroupTable
} from '../../src/lib/domain/growth/survey/survey.ts';
import type { Csv } from './csv.ts';
import { columnNames, numbersOf } from './prevalence-columns.ts';
import { demand, type Outcome, type Sink } from './table.ts';
import { readSurvey, type Survey } from './survey.ts';

interface DesignName {
	readonly name: string;
	readonly weights: boolean;
	readonly clusters: boolean;
	readonly strata: boolean;
}

const DESIGNS: readonly DesignName[] = [
	{ name: 'unweighted', weights: false, clusters: false, strata: false },
	{ name: 'weighted', weights: true, clusters: false, strata: false },
	{ name: 'complex', weights: true, clusters: true, strata: true },
	{ name: 'cluster_only', weights: false, clusters: true, strata: false }
];

const QUINTILES = ['Q1: Poorest', 'Q2', 'Q3', 'Q4', 'Q5: Richest'];
const FACTORS: readonly (readonly [column: string, title: string])[] = [
	['typeres', 'Area'],
	['gregion', 'Geographical region'],
	['wealthq', 'Wealth quintile'],
	['mothered', 'Maternal education']
];

/** Values of a column as they first appear; WHO's tables of cluster samples have them sorted. */
function valuesOf(column: string, values: readonly string[], sorted: boolean): string[] {
	const seen = [...new Set(values)].filter((value) => value !== '');
	if (column === 'wealthq') return seen.sort((a, b) => Number(a) - Number(b));
	return sorted ? seen.sort() : seen;
}

const shown = (column: string, value: string) =>
	column === 'wealthq' ? (QUINTILES[Number(value) - 1] ?? value) : value;

function factorGroups(survey: Survey, sorted: boolean): Group[] {
	return FACTORS.flatMap(([column, title]) => {
		const values = survey.texts.get(column);
		if (!values) return [];
		const order = valuesOf(column, values, sorted);
		return valueGroups(title, values, order).map((group, i) => ({
			...group,
			name: `${title}: ${shown(column, order[i] ?? '')}`
		}));
	});
}

/** WHO's tables of one design, group by group. */
function* tablesOf(survey: Survey, design: DesignName): Generator<[string, GroupTable]> {
	const sampling: Sampling = {
		size: survey.size,
		weights: design.weights ? survey.weights : undefined,
		clusters: design.clusters ? survey.texts.get('cluster') : undefined,
		strata: design.strata ? survey.texts.get('strata') : undefined
	};
	const prepared = designOf(sampling);
	const scores = underFiveBatch(survey.columns, allTables, { indicators: SURVEYED });
	const z = surveyScores(scores, survey.columns.oedema);
	const groups = [
		...standardGroups(scores, survey.columns.sex, survey.size),
		...factorGroups(survey, design.clusters)
	];
	for (const group of groups) yield [group.name, groupTable(prepared, z, group.rows)];
}

/** Prints the survey tables of every design whose columns the file has. */
export async function prevalenceTable(csv: Csv, sink: Sink): Promise<Outcome> {
	demand(csv, ['sex', 'age', 'age_days', 'weight', 'lenhei']);
	const { delimiter } = csv.dialect;
	const { survey, outcome } = await readSurvey(csv, sink);
	const has = (column: string) => csv.header.includes(column);
	const designs = DESIGNS.filter(
		(design) =>
			(!design.weights || has('sw')) &&
			(!design.clusters || has('cluster')) &&
			(!design.strata || has('strata'))
	);
	await sink.write(['design', 'Group', ...columnNames()].join(delimiter) + '\n');
	for (const design of designs) {
		const kept = survey.forDesign(design.clusters, design.strata);
		for (const [name, table] of tablesOf(kept, design)) {
			const cells = [design.name, name, ...numbersOf(table, csv.dialect)];
			await sink.write(cells.join(delimiter) + '\n');
		}
	}
	return outcome;
}
