// The fact base was taken once from the course plan; these are the plan's own counts.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { factsSchema, sourcesSchema } from '#lib/domain/course/base-schema.ts';

const facts = factsSchema.parse(parse(readFileSync('content/facts.yaml', 'utf8')));
const sources = sourcesSchema.parse(parse(readFileSync('content/sources.yaml', 'utf8')));
const idsLike = (pattern: RegExp) => Object.keys(facts).filter((id) => pattern.test(id));

it.each([
	[1, 54],
	[2, 47],
	[3, 45],
	[4, 44],
	[5, 51],
	[6, 43],
	[7, 46],
	[8, 45]
])('course %i has %i numbered facts', (course, count) => {
	expect(idsLike(new RegExp(`^${course}\\.\\d\\.\\d+$`))).toHaveLength(count);
});

it('holds goal, activity, myth and caution of each of the 50 lessons', () => {
	for (const part of ['goal', 'activity', 'myth', 'caution']) {
		expect(idsLike(new RegExp(`\\.${part}$`))).toHaveLength(50);
	}
});

it('cites only documents it knows', () => {
	const marks = Object.values(facts).flatMap((fact) => fact.sources);
	const cited = new Set(marks.filter((mark) => mark !== 'GK').map((mark) => mark.replace('L', '')));
	expect([...cited].filter((id) => !(id in sources))).toEqual([]);
	expect(Object.keys(sources)).toHaveLength(70);
});
