/**
 * As much of `zod/mini` as the schemas of entries and answers use, for phones: the build puts it in zod's place there
 * (scripts/parts/schemas.ts), because 7 kB of a library is much for yes or no. Server, content and tests keep zod;
 * a test holds both to the same verdicts. What is read is not copied.
 */
type Check = (value: never) => boolean;
interface Schema {
	/** true if the value is of this shape */
	is(value: unknown): boolean;
	/** the key may be missing */
	missing?: true;
	check(...checks: Check[]): Schema;
	safeParse(value: unknown): { success: boolean; data: unknown };
}

const schema = (is: (value: unknown) => boolean, missing?: true): Schema => ({
	is,
	...(missing ? { missing } : {}),
	check: (...checks) =>
		schema((value) => is(value) && checks.every((one) => one(value as never)), missing),
	safeParse: (data) => ({ success: is(data), data })
});

type Fields = Record<string, Schema>;
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const has = (fields: Fields, value: Record<string, unknown>) =>
	Object.entries(fields).every(([key, field]) =>
		key in value ? field.is(value[key]) : field.missing === true
	);

export const string = () => schema((value) => typeof value === 'string');
export const number = () => schema((value) => Number.isFinite(value));
export const int = () => schema((value) => Number.isSafeInteger(value));
export const boolean = () => schema((value) => typeof value === 'boolean');
export const unknown = () => schema(() => true);
const one = (of: readonly unknown[]) => schema((value) => of.includes(value));
export const literal = (of: unknown) => one(Array.isArray(of) ? of : [of]);
export const nullable = (of: Schema) =>
	schema((value) => value === null || of.is(value), of.missing);
export const optional = (of: Schema) =>
	schema((value) => value === undefined || of.is(value), true);
export const exactOptional = (of: Schema) => schema((value) => of.is(value), true);
export const array = (of: Schema) => schema((value) => Array.isArray(value) && value.every(of.is));
export const tuple = (of: readonly Schema[]) =>
	schema(
		(value) =>
			Array.isArray(value) && value.length === of.length && of.every((each, i) => each.is(value[i]))
	);
export const union = (of: readonly Schema[]) =>
	schema((value) => of.some((each) => each.is(value)));
export const looseObject = (fields: Fields) =>
	schema((value) => isObject(value) && has(fields, value));
export const strictObject = (fields: Fields) =>
	schema(
		(value) =>
			isObject(value) &&
			has(fields, value) &&
			Object.keys(value).every((key) => Object.hasOwn(fields, key))
	);
export const record = (key: Schema, of: Schema) =>
	schema(
		(value) =>
			isObject(value) && Object.entries(value).every(([name, each]) => key.is(name) && of.is(each))
	);

export const regex = (pattern: RegExp) => (value: string) => pattern.test(value);
export const refine = <T>(holds: (value: T) => boolean) => holds;
export const gte = (low: number) => (value: number) => value >= low;
export const lte = (high: number) => (value: number) => value <= high;
export const minLength = (low: number) => (value: { length: number }) => value.length >= low;
export const maxLength = (high: number) => (value: { length: number }) => value.length <= high;

export function parse(of: Schema, value: unknown): unknown {
	if (!of.is(value)) throw new TypeError('shape');
	return value;
}
/** zod has something to set; here is nothing. */
export const config = (): void => undefined;

export { one as enum };
