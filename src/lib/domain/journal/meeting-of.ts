import type { Entry } from './entry.ts';
import type { Correction, Meeting } from './meeting.ts';
import { bodyOf, type Body } from './registry.ts';

type Said = Omit<Correction, 'last'>;

/** A meeting out of its facts; null if its record is not among them. */
export function meetingOf(facts: readonly Entry[]): Meeting | null {
	const record = facts.find(({ kind }) => kind === 'session.close');
	const body = bodyOf(record, 'session.close');
	if (!record || !body) return null;
	const said = facts
		.flatMap((e): Said[] => {
			const change = bodyOf(e, 'session.amend');
			return change ? [{ id: e.id, by: e.by, at: e.at, body: change }] : [];
		})
		.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
	return {
		id: record.subject,
		entry: record.id,
		phone: record.phone,
		body,
		required: body.blocksRequired,
		...standing(body, said),
		corrections: lastOf(said).reverse()
	};
}

/** What was recorded, and then what was said again, one after the other. */
function standing(body: Body<'session.close'>, said: readonly Said[]) {
	const blocks = new Map<string, number>(body.present.map((one) => [one.who, one.blocks]));
	const hands = new Map(
		body.hands.map(({ of = body.present.length, q, counts, right }) => [
			q,
			{ q, counts: [...counts], right, of }
		])
	);
	for (const { body: change } of said) {
		const { field } = change;
		if (field === 'hands') {
			const { q, to, right, of } = change;
			hands.set(q, { q, counts: [...to], right, of });
		} else if (change.to > 0) blocks.set(change.who, change.to);
		else blocks.delete(change.who);
	}
	return { blocks, hands: [...hands.values()] };
}

const thing = ({ body }: Said): string => (body.field === 'present' ? body.who : body.q);

function lastOf(said: readonly Said[]): Correction[] {
	const newest = new Map(said.map((one) => [thing(one), one.id]));
	return said.map((one) => ({ ...one, last: newest.get(thing(one)) === one.id }));
}
