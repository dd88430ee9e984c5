// A small programme on a test server: two communities, three groups, one account of each role.
import type { Answer, Server } from './server.ts';

export const PASSWORD = 'llama-llama-7';

export interface Account {
	id: string;
	username: string;
	token: string;
}

export interface Programme {
	communities: { batallas: string; pucarani: string };
	groups: { suma: string; amuyt: string; jakana: string };
	/** Of suma and amuyt's community-mate: elena leads suma, rosa leads jakana (in the other community). */
	elena: Account;
	rosa: Account;
	/** Promoter of Batallas. */
	marta: Account;
	coordinator: Account;
}

/** Fails the test at once when the server does not do as asked. */
export function done(answer: Answer): Answer {
	if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
	return answer;
}

async function make(server: Server, collection: string, body: object): Promise<string> {
	const token = await server.superuser();
	const path = `/api/collections/${collection}/records`;
	return done(await server.call('POST', path, { token, body })).body.id;
}

export async function signIn(server: Server, username: string, password = PASSWORD) {
	return server.call('POST', '/api/collections/users/auth-with-password', {
		body: { identity: username, password }
	});
}

/** An account with one grant, signed in. */
export async function account(
	server: Server,
	username: string,
	grant?: { role: string; scope: string; from?: string; to?: string }
): Promise<Account> {
	const secret = { password: PASSWORD, passwordConfirm: PASSWORD };
	const id = await make(server, 'users', { username, name: username, active: true, ...secret });
	if (grant) await make(server, 'grants', { account: id, ...grant });
	const token = done(await signIn(server, username)).body.token;
	return { id, username, token };
}

/** A community of its own: who works there meets nobody of the programme below. */
export async function community(server: Server, name: string): Promise<string> {
	return make(server, 'communities', { name });
}

export async function seedProgramme(server: Server): Promise<Programme> {
	const batallas = await make(server, 'communities', { name: 'Batallas' });
	const pucarani = await make(server, 'communities', { name: 'Pucarani' });
	const suma = await make(server, 'groups', { name: 'Suma Qamaña', community: batallas });
	const amuyt = await make(server, 'groups', { name: 'Amuytʼaña', community: batallas });
	const jakana = await make(server, 'groups', { name: 'Jakaña', community: pucarani });
	return {
		communities: { batallas, pucarani },
		groups: { suma, amuyt, jakana },
		elena: await account(server, 'elena', { role: 'facilitator', scope: `g:${suma}` }),
		rosa: await account(server, 'rosa', { role: 'facilitator', scope: `g:${jakana}` }),
		marta: await account(server, 'marta', { role: 'promoter', scope: `c:${batallas}` }),
		coordinator: await account(server, 'coordina', { role: 'coordinator', scope: '*' })
	};
}
