/// Every amount a woman has said of a practice, by its day: `2026-11-24=12;2026-12-01=13`. What was folded before knows
/// the last one alone; `npm run rebuild` makes the others again.
migrate(
	(app) => {
		const practices = app.findCollectionByNameOrId('practices');
		practices.fields.add(new TextField({ name: 'amounts', max: 5000 }));
		app.save(practices);
		app
			.db()
			.newQuery("UPDATE practices SET amounts = amountOn || '=' || amount WHERE amountOn <> ''")
			.execute();
	},
	(app) => {
		const practices = app.findCollectionByNameOrId('practices');
		practices.fields.removeByName('amounts');
		app.save(practices);
	}
);
