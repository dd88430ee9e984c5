const grants = require(`${__hooks}/lib/grants.cjs`);
const guard = require(`${__hooks}/lib/guard.cjs`);
const office = require(`${__hooks}/lib/office.cjs`);
const sql = require(`${__hooks}/lib/sql.cjs`);
const tokens = require(`${__hooks}/lib/tokens.cjs`);

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'; // 32, without I, O, 0 and 1
const HOURS = 72;
const WRONG = { max: 9, window: 3600 }; // counted after the answer: the tenth closes the door
const ID = /^[a-z0-9]{15}$/;

const key = (db, name) =>
	sql.first(db, 'SELECT value FROM server_keys WHERE name = {:name}', { name }, { value: '' })
		.value;
const hash = (db, code) => $security.hs256(code, key(db, 'codes'));

/** 32 bytes in hexadecimal, the same at every asking: what a phone seals its facts with when another carries them. */
exports.secretOf = (db, phone) => $security.hs256(`handover:${phone}`, key(db, 'handover'));

const answer = (e, status, value) =>
	e.blob(status, 'application/json', JSON.stringify({ status, ...value }));
const no = (e, status, code) => answer(e, status, { code });

class Refusal extends Error {
	constructor(status, code) {
		super(code);
		this.status = status;
		this.code = code;
	}
}

function body(e) {
	try {
		const value = JSON.parse(toString(e.request.body));
		if (value && typeof value === 'object' && !Array.isArray(value)) return value;
	} catch (_) {
		// said below, as for any other shape
	}
	throw new Refusal(400, 'shape');
}

const optionalId = (value) => {
	if (value === undefined || value === null || value === '') return '';
	const id = String(value).replace(/^g:/, '');
	if (!ID.test(id)) throw new Refusal(400, 'shape');
	return id;
};

function inTransaction(e, run) {
	let out;
	let failed = null;
	try {
		e.app.runInTransaction((tx) => {
			try {
				out = run(tx);
			} catch (error) {
				failed = error;
				throw error;
			}
		});
	} catch (error) {
		throw failed ?? error; // the engine wraps what passes through it
	}
	return out;
}

function answering(e, run) {
	try {
		return answer(e, 200, run());
	} catch (error) {
		if (error instanceof Refusal) return no(e, error.status, error.code);
		throw error;
	}
}

// ---- making a code

exports.makeCode = (e) =>
	answering(e, () => {
		const group = optionalId(body(e).group);
		const account = e.auth;
		if (!account.getBool('active') || !grants.leads(e.app.db(), account.id, group))
			throw new Refusal(403, 'role');
		return inTransaction(e, (tx) => {
			const found = groupRow(tx, group);
			const code = $security.randomStringWithAlphabet(8, LETTERS);
			const expires = new Date(Date.now() + HOURS * 3600e3).toISOString();
			const record = new Record(tx.findCollectionByNameOrId('enrolment_codes'), {
				hash: hash(tx.db(), code),
				group,
				expires,
				by: account.id
			});
			tx.save(record);
			office.audit(tx, {
				who: account.id,
				role: 'users',
				action: 'code',
				collection: 'enrolment_codes',
				record: record.id,
				after: { group, expires }
			});
			return { code, expires, group: found };
		});
	});

function groupRow(tx, id) {
	const row = sql.first(
		tx.db(),
		`SELECT g.id, g.name, c.id AS community, c.name AS place
			FROM groups g JOIN communities c ON c.id = g.community WHERE g.id = {:id}`,
		{ id },
		{ id: '', name: '', community: '', place: '' }
	);
	if (!row) throw new Refusal(404, 'group');
	return { id: row.id, name: row.name, community: { id: row.community, name: row.place } };
}

// ---- using it

/** By a code, or by the sign-in of an account: then the phone has no group of its own to write in. */
exports.enrol = (e) =>
	answering(e, () => {
		const asked = body(e);
		const request = {
			phone: optionalId(asked.phone),
			own: optionalId(asked.own),
			label: String(asked.label ?? '').slice(0, 80),
			secret: String(asked.secret ?? '')
		};
		const signedIn = e.auth && e.auth.collection().name === 'users' ? e.auth : null;
		if (asked.code === undefined && signedIn && signedIn.getBool('active'))
			return inTransaction(e, (tx) => joinSignedIn(tx, e, request));
		return byCode(e, String(asked.code ?? ''), request);
	});

function byCode(e, typed, request) {
	const who = `enrol:${e.realIP()}`;
	if (guard.locked(e.app.db(), who)) throw new Refusal(429, 'too-many');
	try {
		return inTransaction(e, (tx) => join(tx, e, spend(tx, typed), request));
	} catch (error) {
		// a guess; a code that was used or is too old was a real one
		if (error.code === 'unknown') guard.count(e.app.db(), who, WRONG);
		throw error;
	}
}

function join(tx, e, code, request) {
	const phone = phoneFor(tx, e, request);
	phone.set('active', true); // whoever gave the code has let this phone in, also one that was revoked
	tx.save(phone);
	const group = groupRow(tx, code.getString('group'));
	grant(tx, phone.id, group.id);
	if (request.own && request.own !== group.id) {
		if (isForeign(tx.db(), request.own, phone.id)) throw new Refusal(409, 'own-taken');
		grant(tx, phone.id, request.own);
	}
	code.set('phone', phone.id);
	tx.save(code);
	office.audit(tx, {
		who: phone.id,
		role: 'phones',
		action: 'enrol',
		collection: 'phones',
		record: phone.id,
		after: { label: request.label, group: group.id, own: request.own, code: code.id }
	});
	return joined(tx, phone, group);
}

function joinSignedIn(tx, e, request) {
	const phone = phoneFor(tx, e, request);
	if (!phone.isNew() && !phone.getBool('active')) throw new Refusal(403, 'revoked');
	phone.set('active', true);
	tx.save(phone);
	office.audit(tx, {
		who: e.auth.id,
		role: 'users',
		action: 'enrol',
		collection: 'phones',
		record: phone.id,
		after: { label: request.label }
	});
	return joined(tx, phone, null);
}

/** Inside the write transaction, so that of two phones with one code exactly one gets in. */
function spend(tx, typed) {
	const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
	let record;
	try {
		record = tx.findFirstRecordByData('enrolment_codes', 'hash', hash(tx.db(), code));
	} catch (_) {
		throw new Refusal(404, 'unknown'); // the engine throws when there is none
	}
	if (record.getString('used') !== '') throw new Refusal(410, 'used');
	if (record.getString('expires') <= grants.now()) throw new Refusal(410, 'expired');
	record.set('used', grants.now());
	return record;
}

/** The phone keeps the id that its entries already carry. An id that is there is hers only with its secret or token. */
function phoneFor(tx, e, request) {
	const known =
		request.phone !== '' &&
		sql.any(tx.db(), 'SELECT 1 FROM phones WHERE id = {:id}', { id: request.phone });
	const own = known && (e.auth?.id === request.phone || proves(tx, request));
	if (known && !own) throw new Refusal(409, 'phone-taken');
	const phone = known
		? tx.findRecordById('phones', request.phone)
		: new Record(tx.findCollectionByNameOrId('phones'));
	if (!known) {
		if (request.phone) phone.set('id', request.phone);
		phone.setRandomPassword();
	}
	if (request.label) phone.set('label', request.label);
	return phone;
}

const proves = (tx, request) =>
	$security.equal(request.secret, exports.secretOf(tx.db(), request.phone));

function grant(tx, account, group) {
	const scope = `g:${group}`;
	const have = sql.any(
		tx.db(),
		`SELECT 1 FROM grants WHERE account = {:account} AND scope = {:scope} AND role = 'phone' AND "to" = ''`,
		{ account, scope }
	);
	if (have) return;
	tx.save(
		new Record(tx.findCollectionByNameOrId('grants'), {
			account,
			role: 'phone',
			scope,
			from: grants.now()
		})
	);
}

/** A phone's own group is one that nobody else has: else a code for one group would open another. */
function isForeign(db, own, phone) {
	const bind = { own, scope: `g:${own}`, phone };
	return (
		sql.any(db, 'SELECT 1 FROM groups WHERE id = {:own}', bind) ||
		sql.any(db, 'SELECT 1 FROM grants WHERE scope = {:scope} AND account <> {:phone}', bind) ||
		(sql.hasTable(db, 'journal') &&
			sql.any(db, 'SELECT 1 FROM journal WHERE scope = {:scope} AND phone <> {:phone}', bind))
	);
}

function joined(tx, phone, group) {
	return {
		phone: { id: phone.id },
		token: tokens.issue(tx, phone),
		group,
		secret: exports.secretOf(tx.db(), phone.id)
	};
}

exports.forget = function (app) {
	const before = new Date(Date.now() - 30 * 86400e3).toISOString().replace('T', ' ');
	sql.run(app.db(), 'DELETE FROM enrolment_codes WHERE expires < {:before}', { before });
};
