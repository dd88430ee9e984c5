/// What a facilitator asks of a meeting: how long, whose hands, whether two corrected it at once. Rows that
/// are there get their values by `npm run rebuild`.
const added = { hands: 'text', minutes: 'json', required: 'number', review: 'number' };
migrate(
	(app) => {
		const sessions = app.findCollectionByNameOrId('sessions');
		for (const name of Object.keys(added))
			sessions.fields.add(new Field({ type: added[name], name }));
		app.save(sessions);
	},
	(app) => {
		const sessions = app.findCollectionByNameOrId('sessions');
		for (const name of Object.keys(added)) sessions.fields.removeByName(name);
		app.save(sessions);
	}
);
