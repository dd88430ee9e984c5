/** A meeting that was held, as the read model tells it. */
export interface Held {
	readonly day: string;
	readonly lesson: string;
	readonly here: readonly string[];
}

interface Course {
	readonly id: string;
	readonly n: number;
	readonly lessons: readonly { readonly id: string }[];
}

/** The last meeting; of several on one day any, the same each time. */
export const lastHeld = <H extends Held>(held: readonly H[]): H | undefined =>
	held.reduce<H | undefined>((last, one) => (last && last.day > one.day ? last : one), undefined);

/**
 * The group's own place in its courses: the first lesson it has not held, in the course it was last in,
 * else in the first course that has one. When all have been held, the one held longest ago.
 */
export function proposeLesson<C extends Course>(
	courses: readonly C[],
	held: readonly Held[]
): { course: C; lesson: C['lessons'][number] } | undefined {
	const days = new Map<string, string>();
	for (const { lesson, day } of held) if (day > (days.get(lesson) ?? '')) days.set(lesson, day);
	const last = lastHeld(held)?.lesson;
	const lastIn = (course: C) => Number(course.lessons.some(({ id }) => id === last));
	const lessons = [...courses]
		.sort((a, b) => lastIn(b) - lastIn(a) || a.n - b.n)
		.flatMap((course) => course.lessons.map((lesson) => ({ course, lesson })));
	const fresh = lessons.find(({ lesson }) => !days.has(lesson.id));
	if (fresh) return fresh;
	const day = (one: (typeof lessons)[number]) => days.get(one.lesson.id) ?? '';
	return lessons.reduce<(typeof lessons)[number] | undefined>(
		(oldest, one) => (oldest && day(oldest) <= day(one) ? oldest : one),
		undefined
	);
}

/** Who missed the last meeting. Whoever joined on a later day could not be there. */
export const missed = <P extends { readonly id: string; readonly joined: string }>(
	people: readonly P[],
	last: Held | undefined
): P[] =>
	last ? people.filter(({ id, joined }) => joined <= last.day && !last.here.includes(id)) : [];

/** Those who promised a practice and have not said since that they do it, or that they stopped. */
export const promisedOnly = (
	rows: readonly {
		readonly person: string;
		readonly practice: string;
		readonly level: string;
	}[],
	practice: string
): string[] =>
	rows
		.filter((row) => row.practice === practice && row.level === 'committed')
		.map(({ person }) => person);
