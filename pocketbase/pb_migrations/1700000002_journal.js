/// The journal: raw tables, for a superuser can edit and empty a collection, and a cursor must never miss a row.
/// Triggers keep it append-only; the only change of an entry is that it is blanked.
migrate(
	(app) => {
		const run = (sql) => app.db().newQuery(sql).execute();
		const refuse = (what) => `BEGIN SELECT RAISE(ABORT, '${what} is append-only'); END`;

		// q: the number of an entry here. body NULL: erased; then the hash is empty, it could be guessed back.
		run(`CREATE TABLE journal(
			q INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
			v INTEGER NOT NULL, scope TEXT NOT NULL, subject TEXT NOT NULL, at INTEGER NOT NULL,
			n INTEGER NOT NULL, "by" TEXT NOT NULL, phone TEXT NOT NULL, body TEXT,
			hash TEXT NOT NULL, got INTEGER NOT NULL)`);
		run('CREATE INDEX ix_journal_scope ON journal(scope)');
		run('CREATE INDEX ix_journal_phone ON journal(phone, n)');
		// every column is named: the one forgotten is the one that can be changed
		run(`CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal WHEN NOT (
			new.body IS NULL AND new.hash = '' AND new.q = old.q AND new.id = old.id
			AND new.kind = old.kind AND new.v = old.v AND new.scope = old.scope
			AND new.subject = old.subject AND new.at = old.at AND new.n = old.n
			AND new."by" = old."by" AND new.phone = old.phone AND new.got = old.got
			AND old.kind NOT IN ('void', 'reassign', 'merge', 'erase')) ${refuse('journal')}`);
		run(`CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal ${refuse('journal')}`);
		// INSERT OR REPLACE fires no delete trigger
		run(`CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
			WHEN EXISTS(SELECT 1 FROM journal WHERE id = new.id OR q = new.q) ${refuse('journal')}`);

		run(`CREATE TABLE filed(key TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY(key, entry))
			WITHOUT ROWID`);
		run('CREATE INDEX ix_filed_entry ON filed(entry)');

		// scope '': silenced, kept so that a cursor that stopped there still checks
		run(`CREATE TABLE deliveries(
			seq INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, entry TEXT NOT NULL,
			gone INTEGER NOT NULL)`);
		run("CREATE UNIQUE INDEX ux_deliveries ON deliveries(entry, scope) WHERE scope <> ''");
		run('CREATE INDEX ix_deliveries ON deliveries(scope, seq)');
		run(`CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries ${refuse('deliveries')}`);
		run(`CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries WHEN NOT (
			new.scope = '' AND new.seq = old.seq AND new.entry = old.entry AND new.gone = old.gone)
			${refuse('deliveries')}`);

		// well-formed, but not by right: stored aside, in no fold and no delivery. entry NULL: erased
		run(`CREATE TABLE held(
			id TEXT PRIMARY KEY, hash TEXT NOT NULL, code TEXT NOT NULL, scope TEXT NOT NULL,
			subject TEXT NOT NULL, "by" TEXT NOT NULL, phone TEXT NOT NULL, n INTEGER NOT NULL,
			entry TEXT, got INTEGER NOT NULL) WITHOUT ROWID`);
		run('CREATE INDEX ix_held_scope ON held(scope)');
		run('CREATE INDEX ix_held_phone ON held(phone, n)');
	},
	() => {
		throw new Error('the journal is not undone: restore a backup');
	}
);
