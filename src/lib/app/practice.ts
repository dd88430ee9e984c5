import type { Draft } from '#lib/domain/journal/registry.ts';
import type { Result } from '#lib/domain/shared/result.ts';
import type { Field } from './field.svelte.ts';

type Report = Draft<'practice.report'>;
type Said = Pick<Report, 'practice' | 'lesson' | 'level' | 'checks' | 'amount' | 'unit'>;

/** She says what she does at home: one fact, about her and by her. False if it could not be saved. */
export async function reportPractice(field: Field, said: Said): Promise<boolean> {
	const id = field.person?.id;
	if (!id) return false;
	const saved: Result<unknown, unknown> = await field.save({
		kind: 'practice.report',
		subject: id,
		by: id,
		body: { ...said, day: field.clock.today }
	});
	return saved.ok;
}
