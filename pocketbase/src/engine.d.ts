// The part of PocketBase's engine that the server's code stands on; its own types describe everything.

interface Query {
	bind(values: object): Query;
	execute(): void;
	one(model: object): void;
}
interface Database {
	newQuery(sql: string): Query;
}
interface AuthRecord {
	readonly id: string;
	collection(): { readonly name: string };
	getBool(name: string): boolean;
	getString(name: string): string;
}
interface App {
	db(): Database;
	runInTransaction(work: (tx: App) => void): void;
	findAuthRecordByToken(token: string, type: 'auth'): AuthRecord;
	findRecordById(collection: string, id: string): AuthRecord;
	/** Of the process, shared by all engines. */
	store(): { get(key: string): string | null; set(key: string, value: string): void };
	logger(): { error(text: string, ...more: string[]): void };
}
interface RequestEvent {
	readonly app: App;
	readonly auth: AuthRecord | null;
	readonly request: {
		readonly body: unknown;
		readonly header: { get(name: string): string };
		readonly url: { query(): { get(name: string): string } };
	};
	blob(status: number, type: string, text: string): unknown;
}

declare const DynamicModel: new <T extends object>(shape: T) => T;
declare const $security: {
	sha256(text: string): string;
	md5(text: string): string;
	hs256(text: string, secret: string): string;
	/** Throws if the key or a bit is another. */
	decrypt(sealed: string, key: string): string;
	/** Throws on a token that is over. */
	parseUnverifiedJWT(token: string): { readonly exp?: number };
};
/** Reads a request's body; it can be read once. */
declare function toString(reader: unknown): string;
