/// Who was sent back is asked for with each push that names somebody unknown.
migrate(
	(app) => {
		app.db().newQuery('CREATE INDEX ix_held_subject ON held(subject)').execute();
	},
	(app) => {
		app.db().newQuery('DROP INDEX ix_held_subject').execute();
	}
);
