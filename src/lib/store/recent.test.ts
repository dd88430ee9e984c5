import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { randomBytes } from 'node:crypto';
import { groupScope, idSource, type Id } from '#lib/domain/shared/ids.ts';
import { Phone } from './phone.ts';

const newId = idSource((length) => randomBytes(length));

it('what a woman said herself: given away it is the other’s, struck out it is nobody’s', async () => {
	const phone = await Phone.open(`recent-${newId()}`, { clock: () => 1_795_000_000_000, newId });
	const scope = groupScope(newId());
	const [juana, basilia] = [newId(), newId()];
	const save = async (kind: 'lesson.finish' | 'practice.report', body: object): Promise<Id> => {
		const saved = await phone.save({ kind, scope, subject: juana, by: juana, body } as never);
		if (!saved.ok) throw new Error(saved.error);
		return saved.value.id;
	};
	const go = await save('lesson.finish', {
		day: '2026-11-20',
		lesson: 'dairy-clean-milking',
		revision: 1,
		rules: 1,
		language: 'ay',
		blocksHeard: 5,
		blocksRequired: 5,
		answers: []
	});
	const home = { practice: 'clean-milking', day: '2026-11-21' };
	const doing = await save('practice.report', { ...home, level: 'doing' });
	await save('practice.report', { ...home, level: 'verified' });

	const ids = async (who: Id) => (await phone.factsAbout(who)).map(({ id }) => id);
	expect(await ids(juana)).toEqual([doing, go]); // what the facilitator saw is not hers to give

	const to = { target: go, to: basilia };
	await phone.save({ kind: 'reassign', scope, subject: go, by: juana, body: to });
	expect([await ids(juana), await ids(basilia)]).toEqual([[doing], [go]]);

	const back = { target: go, to: juana };
	await phone.save({ kind: 'reassign', scope, subject: go, by: basilia, body: back });
	expect([await ids(juana), await ids(basilia)]).toEqual([[doing, go], []]);

	const struck = { target: doing, reason: 'twice' };
	await phone.save({ kind: 'void', scope, subject: doing, by: juana, body: struck });
	expect(await ids(juana)).toEqual([go]);
	phone.close();
});
