/// What the journal means, folded into ordinary records: written by sync alone, made again by `npm run rebuild`.
/// Columns and names are those of src/lib/domain/journal/tables.ts; a test compares the two.
migrate(
	(app) => {
		const columns = (type, names) => names.split(' ').map((name) => ({ type, name }));
		const text = (names) => columns('text', names);
		const number = (names) => columns('number', names);
		// a number that may be missing: PocketBase's own number is 0 then, and 0 would be a reading
		const maybe = (names) => columns('json', names);
		const table = (name, fields, indexes = []) =>
			app.save(
				new Collection({
					type: 'base',
					name,
					fields,
					indexes: indexes.map((on, i) => `CREATE INDEX ix_${name}_${i + 1} ON ${name}(${on})`)
				})
			);

		table('aliases', text('same'), ['same']);
		table(
			'people',
			[...text('scope name face emblem sex born joined left pin'), ...number('review')],
			['scope']
		);
		table(
			'progress',
			[
				...text('person lesson scope heardOn understoodOn groupOn lastOn aloneOn sessions'),
				...number('revision attested')
			],
			['scope, lesson', 'person']
		);
		table(
			'practices',
			[
				...text('person practice scope level day unit amountOn'),
				...text('committedOn doingOn verifiedOn stoppedOn since'),
				...maybe('amount')
			],
			['scope, practice', 'person']
		);
		table(
			'sessions',
			[
				...text('group session day lesson languages closed here'),
				...number('revision roster present understood')
			],
			['`group`, day']
		);
		table(
			'caregivers',
			[...text('scope name relation phone language person'), ...number('review')],
			['scope', 'person']
		);
		table(
			'children',
			[
				...text('scope name family sex bornFrom bornTo bornHow caregiver card status'),
				...number('keep show count review')
			],
			['scope', 'caregiver']
		);
		table(
			'measurements',
			[
				...text('child visit scope day position oedema class action lesson engine'),
				...text('nextOn seenOn followedOn outcome'),
				...number('tries at'),
				...maybe('weightKg lengthCm muacMm headCm waz haz whz')
			],
			['child, day', 'scope, day']
		);
		table(
			'referrals',
			[...text('child referral scope day visit reasons urgency place state stateOn')],
			['scope, state', 'child']
		);
	},
	() => {
		throw new Error('projections are made again by `npm run rebuild`, not undone');
	}
);
