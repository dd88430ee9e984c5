/// The office: directory, accounts, grants, phones, codes, targets, audit. What the field writes is the journal's.
///
/// Every rule not named here is null: superusers alone. `grants` in force decide everything else:
/// from <= now < to, an empty end is open. A scope is 'g:' + group, 'c:' + community, or '*'.
migrate(
	(app) => {
		const run = (sql) => app.db().newQuery(sql).execute();
		const text = (name, more) => ({ type: 'text', name, max: 120, ...more });
		const required = { required: true };
		const date = (name, more) => ({ type: 'date', name, ...more });
		const json = (name) => ({ type: 'json', name, maxSize: 20000 });
		const stamps = () => [
			{ type: 'autodate', name: 'created', onCreate: true },
			{ type: 'autodate', name: 'updated', onCreate: true, onUpdate: true }
		];
		const base = (name, fields, more) => {
			const made = new Collection({
				type: 'base',
				name,
				fields: [...fields, ...stamps()],
				...more
			});
			app.save(made);
			return made;
		};
		const relation = (name, to) => ({
			type: 'relation',
			name,
			collectionId: to.id,
			maxSelect: 1,
			cascadeDelete: false,
			...required
		});

		// The account asking holds an active grant. `?` binds all conditions to the same grant. Rules reach it from the
		// account (grants.user), by an index: `@collection.grants` would be a product of whole tables.
		const signedIn = "@request.auth.collectionName = 'users' && @request.auth.active = true";
		const her = '@request.auth.grants_via_user';
		const holds = (rest) =>
			`(${signedIn} && ${her}.from ?<= @now && (${her}.to ?= '' || ${her}.to ?> @now) && ${rest})`;
		const coordinator = holds(`${her}.role ?= 'coordinator' && ${her}.scope ?= '*'`);
		const isHer = 'id = @request.auth.id';
		const managed = { createRule: coordinator, updateRule: coordinator, deleteRule: coordinator };

		// no password: bcrypt at its lowest cost over a random one that nobody ever learns
		const phones = new Collection({
			type: 'auth',
			name: 'phones',
			authRule: 'active = true',
			manageRule: null,
			passwordAuth: { enabled: false },
			authAlert: { enabled: false },
			authToken: { duration: 400 * 86400 },
			fields: [
				{ type: 'password', name: 'password', system: true, required: true, hidden: true, cost: 4 },
				{ type: 'email', name: 'email', system: true, required: false },
				text('label', { max: 80 }),
				{ type: 'bool', name: 'active' },
				date('last'),
				json('header'),
				...stamps()
			]
		});
		app.save(phones);
		const users = app.findCollectionByNameOrId('users'); // there from the start, with open sign-up

		// `account` is what counts; `user` and `phone` repeat it as a relation, kept by triggers, for the rules to follow
		const grants = base(
			'grants',
			[
				text('account', { ...required, min: 15, max: 15 }),
				{ ...relation('user', users), required: false },
				{ ...relation('phone', phones), required: false },
				{
					type: 'select',
					name: 'role',
					maxSelect: 1,
					values: ['phone', 'facilitator', 'promoter', 'coordinator'],
					...required
				},
				text('scope', { ...required, max: 17, pattern: '^(\\*|[gc]:[a-z0-9]{15})$' }),
				date('from'),
				date('to')
			],
			{
				indexes: [
					'CREATE INDEX ix_grants_account ON grants(account)',
					'CREATE INDEX ix_grants_user ON grants(user)',
					'CREATE INDEX ix_grants_phone ON grants(phone)',
					'CREATE INDEX ix_grants_scope ON grants(scope)'
				]
			}
		);
		for (const event of ['INSERT', 'UPDATE'])
			run(
				`CREATE TRIGGER grants_follow_${event.toLowerCase()} AFTER ${event} ON grants BEGIN
					UPDATE grants SET
						user = coalesce((SELECT id FROM users WHERE id = new.account), ''),
						phone = coalesce((SELECT id FROM phones WHERE id = new.account), '')
					WHERE id = new.id; END`
			);

		users.fields.removeByName('avatar');
		users.fields.add(
			new TextField({
				name: 'username',
				required: true,
				min: 3,
				max: 30,
				pattern: '^[a-z0-9][a-z0-9.-]+$'
			}),
			new BoolField({ name: 'active' })
		);
		users.fields.getByName('email').required = false;
		users.addIndex('ux_users_username', true, 'username COLLATE NOCASE', '');
		users.passwordAuth.enabled = true;
		users.passwordAuth.identityFields = ['username'];
		users.oauth2.enabled = false;
		users.otp.enabled = false;
		users.authAlert.enabled = false;
		users.authToken.duration = 90 * 86400;
		users.authRule = 'active = true';
		users.manageRule = coordinator;
		users.listRule = users.viewRule = `${isHer} || ${coordinator}`;
		users.createRule = coordinator;
		// her own password and nothing else; nobody is deleted, an account is switched off
		users.updateRule =
			`${coordinator} || (${isHer} && active = true && @request.body.username:isset = false` +
			' && @request.body.name:isset = false && @request.body.active:isset = false' +
			' && @request.body.email:isset = false && @request.body.emailVisibility:isset = false)';
		users.deleteRule = null;
		app.save(users);

		const communities = base('communities', [text('name', required)], {
			indexes: ['CREATE UNIQUE INDEX ux_communities_name ON communities(name COLLATE NOCASE)']
		});
		const groups = base('groups', [text('name', required), relation('community', communities)], {
			indexes: ['CREATE UNIQUE INDEX ux_groups_name ON groups(community, name COLLATE NOCASE)'],
			...managed
		});
		// ids are 15 random characters, so "the scope contains this id" is "the scope is this id"
		groups.listRule = groups.viewRule = `${coordinator} || ${holds(
			`(${her}.scope ?~ id || ${her}.scope ?~ community)`
		)}`;
		app.save(groups);
		Object.assign(communities, managed);
		communities.listRule = communities.viewRule = `${coordinator} || ${holds(
			`(${her}.scope ?~ id || ${her}.scope ?~ groups_via_community.id)`
		)}`;
		app.save(communities);

		phones.listRule = phones.viewRule = `${isHer} || ${coordinator} || ${holds(
			`${her}.role ?= 'facilitator' && grants_via_phone.scope ?= ${her}.scope`
		)}`;
		phones.createRule = null;
		phones.updateRule = coordinator;
		phones.deleteRule = null;
		app.save(phones);

		grants.listRule = grants.viewRule = `account = @request.auth.id || ${coordinator}`;
		Object.assign(grants, managed);
		app.save(grants);

		const hers = holds(`${her}.role ?= 'facilitator' && ${her}.scope ?~ group`);
		base(
			'enrolment_codes',
			[
				text('hash', { ...required, hidden: true }),
				relation('group', groups),
				date('expires', required),
				date('used'),
				text('by', { max: 15 }),
				text('phone', { max: 15 })
			],
			{
				indexes: ['CREATE UNIQUE INDEX ux_enrolment_codes ON enrolment_codes(hash)'],
				listRule: `${coordinator} || ${hers}`,
				viewRule: `${coordinator} || ${hers}`,
				deleteRule: `${coordinator} || ${hers}`
			}
		);

		const day = { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', max: 10 };
		base(
			'targets',
			[
				text('indicator', required),
				text('scope', { ...required, max: 17, pattern: '^(\\*|[gc]:[a-z0-9]{15})$' }),
				text('from', day),
				text('to', day),
				{ type: 'number', name: 'value', min: 0 }
			],
			{ listRule: signedIn, viewRule: signedIn, ...managed }
		);

		base(
			'audit',
			[
				text('who', { max: 15 }),
				text('role', { max: 20 }),
				text('action', required),
				text('collection', required),
				text('record', { max: 15 }),
				json('before'),
				json('after')
			],
			{
				indexes: ['CREATE INDEX ix_audit_record ON audit(collection, record)'],
				listRule: coordinator,
				viewRule: coordinator
			}
		);
		for (const verb of ['UPDATE', 'DELETE'])
			run(
				`CREATE TRIGGER audit_no_${verb.toLowerCase()} BEFORE ${verb} ON audit` +
					" BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END"
			);

		const attempts = [text('who', required)];
		for (const name of ['n', 'until', 'last']) attempts.push({ type: 'number', name });
		base('login_attempts', attempts, {
			indexes: ['CREATE UNIQUE INDEX ux_login_attempts ON login_attempts(who)']
		});

		// What codes are hashed with and hand-over secrets are derived from: a raw table, in no list and no export.
		run('CREATE TABLE server_keys(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
		for (const name of ['codes', 'handover'])
			app
				.db()
				.newQuery('INSERT INTO server_keys VALUES ({:name}, {:value})')
				.bind({ name, value: $security.randomString(48) })
				.execute();

		// Without any superuser PocketBase opens its installer in a browser. This one has a password that nobody knows.
		const nobody = new Record(app.findCollectionByNameOrId('_superusers'));
		nobody.setEmail('nobody@yatiqana.invalid');
		nobody.setRandomPassword();
		app.save(nobody);

		const settings = app.settings();
		settings.meta.appName = 'Yatiqaña';
		settings.meta.hideControls = true;
		settings.batch.enabled = false;
		settings.logs.maxDays = 7;
		settings.logs.logIP = false;
		settings.backups.cron = '0 7 * * *'; // 03:00 in La Paz
		settings.backups.cronMaxKeep = 14;
		// a flood guard and no more: a whole village shares one address behind its carrier
		settings.rateLimits.enabled = true;
		settings.rateLimits.rules = [
			{ label: '*:auth', audience: '', duration: 60, maxRequests: 240 },
			{ label: '/api/', audience: '', duration: 10, maxRequests: 5000 }
		];
		app.save(settings);
	},
	() => {
		throw new Error('there is no way back from the first migration: restore a backup');
	}
);
