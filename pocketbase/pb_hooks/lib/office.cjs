const grants = require(`${__hooks}/lib/grants.cjs`);
const guard = require(`${__hooks}/lib/guard.cjs`);
const sql = require(`${__hooks}/lib/sql.cjs`);

exports.OFFICE = [
	'communities',
	'groups',
	'users',
	'grants',
	'phones',
	'enrolment_codes',
	'targets',
	'_superusers'
];
exports.DERIVED = [
	'aliases',
	'people',
	'progress',
	'sessions',
	'practices',
	'children',
	'caregivers',
	'measurements',
	'referrals'
];

/** Writes one line of the audit, in the transaction of the change. */
exports.audit = function (tx, line) {
	const record = new Record(tx.findCollectionByNameOrId('audit'), line);
	tx.save(record);
};

/** What anybody may read of a record; a password or a hash is not in it. */
function seen(record) {
	const out = JSON.parse(JSON.stringify(record.publicExport()));
	delete out.email; // shown or not by who asks: taken from the record, so that it is the same before and after
	if (record.getString('email')) out.email = record.getString('email');
	return out;
}

const DULL = ['collectionId', 'collectionName', 'created', 'updated'];

function difference(before, after) {
	const was = {};
	const is = {};
	for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
		if (DULL.includes(name)) continue;
		if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue;
		was[name] = before[name];
		is[name] = after[name];
	}
	return { was, is };
}

/** One change of an office record through the stock API: checked, made, written down, or nothing at all. */
exports.change = function (e, action) {
	const app = e.app;
	app.runInTransaction((tx) => {
		e.app = tx;
		try {
			const record = e.record;
			const before = action === 'create' ? {} : seen(record.original());
			const newPassword = action === 'update' && record.getString('password') !== '';
			const hadCoordinator = grants.anyCoordinator(tx.db());
			check(tx, record, action);
			e.next();
			aftermath(tx, record, { action, newPassword });
			if (hadCoordinator && !grants.anyCoordinator(tx.db()))
				throw refuse('last-coordinator', 'nobody would be left to open the office');
			const { was, is } = difference(before, action === 'delete' ? {} : seen(record));
			if (newPassword) is.password = 'changed';
			exports.audit(tx, {
				who: e.auth ? e.auth.id : '',
				role: e.auth ? e.auth.collection().name : '',
				action,
				collection: record.collection().name,
				record: record.id,
				before: was,
				after: is
			});
		} finally {
			e.app = app; // what runs after the commit must not meet a finished transaction
		}
	});
};

/** The code is for the app, the sentence for who reads the answer itself. */
const refuse = (code, message) =>
	new BadRequestError(message, { reason: new ValidationError(code, message) });

function check(tx, record, action) {
	const name = record.collection().name;
	if (name === 'grants' && action !== 'delete') checkGrant(tx, record);
	if (name === 'groups' && action === 'delete') {
		const scope = `g:${record.id}`;
		const used =
			sql.any(tx.db(), 'SELECT 1 FROM grants WHERE scope = {:scope}', { scope }) ||
			(sql.hasTable(tx.db(), 'journal') &&
				sql.any(tx.db(), 'SELECT 1 FROM journal WHERE scope = {:scope}', { scope }));
		if (used) throw refuse('in-use', 'this group has accounts, phones or facts: it stays');
	}
}

const SCOPE_OF = { phone: 'g', facilitator: 'g', promoter: 'c', coordinator: '*' };
const TABLE_OF = { g: 'groups', c: 'communities' };

function checkGrant(tx, grant) {
	const role = grant.getString('role');
	const [letter, id] = grant.getString('scope').split(':');
	if (SCOPE_OF[role] !== letter)
		throw refuse('scope', 'a phone or facilitator has a group, a promoter a community');
	if (letter !== '*' && !exists(tx, TABLE_OF[letter], id))
		throw refuse('scope', 'this group or community does not exist');
	if (!exists(tx, role === 'phone' ? 'phones' : 'users', grant.getString('account')))
		throw refuse('account', 'this account does not exist');
}

const exists = (tx, table, id) =>
	sql.any(tx.db(), `SELECT 1 FROM ${table} WHERE id = {:id}`, { id });

/** Switching off ends every token at once; a new password ends a lock-out. */
function aftermath(tx, record, { action, newPassword }) {
	const name = record.collection().name;
	const account = name === 'users' || name === 'phones';
	if (
		account &&
		action === 'update' &&
		record.original().getBool('active') &&
		!record.getBool('active')
	) {
		record.refreshTokenKey();
		tx.save(record);
	}
	if (name === 'users' && newPassword)
		guard.clear(tx.db(), guard.nameOf('users', record.getString('username')));
}

exports.derived = function () {
	const message =
		'These rows are folded from the journal and cannot be written: correct the fact itself in the app' +
		' (amend, void, reassign or merge), or run `npm run rebuild` to make them again.';
	throw new ForbiddenError(message, { reason: new ValidationError('derived', message) });
};
