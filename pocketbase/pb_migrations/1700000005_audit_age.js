/// The audit is append-only for two years; what is older goes at night (lib/retention.cjs).
migrate(
	(app) => {
		const run = (sql) => app.db().newQuery(sql).execute();
		run('DROP TRIGGER audit_no_delete');
		run(`CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
			WHEN old.created > strftime('%Y-%m-%d %H:%M:%fZ', 'now', '-730 days')
			BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END`);
		run('CREATE INDEX ix_audit_created ON audit(created)');
	},
	() => {
		throw new Error('the audit stays as strict as it is');
	}
);
