/// What the journal means, folded into ordinary records: written by sync alone, made again by `npm run rebuild`.
/// Columns and names are those of src/lib/domain/journal/tables.ts; a test compares the two.
migrate(
	(app) => {
		const columns = (type, names) => names.split(' ').map((name) => ({ type, name }));
		const text = (names) => columns('text', names);
		const number = (names) => columns('number', names);
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
		table('people', [...text('scope name face joined'), ...number('review')], ['scope']);
		table(
			'progress',
			[...text('person lesson scope heardOn understoodOn groupOn lastOn'), ...number('revision')],
			['scope, lesson', 'person']
		);
		table(
			'practices',
			[...text('person practice scope level day'), ...number('amount'), ...text('unit')],
			['scope, practice', 'person']
		);
		table(
			'sessions',
			[...text('group session day lesson'), ...number('revision roster present understood')],
			['`group`, day']
		);
		table(
			'children',
			[
				...text('scope name sex born'),
				...number('bornExact'),
				...text('caregiver'),
				...number('keep show count review')
			],
			['scope']
		);
		table(
			'measurements',
			[
				...text('child visit scope day'),
				...number('weightKg lengthCm muacMm'),
				...text('position'),
				...number('oedema'),
				...text('class lesson engine')
			],
			['child, day', 'scope, day']
		);
	},
	() => {
		throw new Error('projections are made again by `npm run rebuild`, not undone');
	}
);
