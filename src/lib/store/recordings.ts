import { Dexie, type Table } from 'dexie';

/** One line as somebody read it aloud; replaced when she reads it again. */
export interface Recording {
	/** hash of the words */
	readonly key: string;
	readonly lesson: string;
	readonly where: string;
	readonly line: number;
	readonly audio: Blob;
	readonly seconds: number;
	readonly day: string;
}

/** Who speaks, and that she agreed to the licence. */
export interface Reader {
	readonly name: string;
	readonly day: string;
}

class RecordingDatabase extends Dexie {
	clips!: Table<Recording, string>;
	reader!: Table<Reader & { id: 'reader' }, string>;

	constructor(name: string) {
		super(name);
		this.version(1).stores({ clips: 'key, lesson', reader: 'id' });
	}
}

/**
 * Recordings on this phone that have not been handed over. A database of its own: they are no facts, are many times
 * larger, and go when the person says so.
 */
export class Recordings {
	readonly #database: RecordingDatabase;

	constructor(name = 'yatiqana-recordings') {
		this.#database = new RecordingDatabase(name);
	}

	async reader(): Promise<Reader | undefined> {
		return this.#database.reader.get('reader');
	}

	async setReader(reader: Reader): Promise<void> {
		await this.#database.reader.put({ ...reader, id: 'reader' });
	}

	/** @throws QuotaExceededError when the phone is full */
	async keep(recording: Recording): Promise<void> {
		await this.#database.clips.put(recording);
	}

	async of(lesson: string): Promise<Recording[]> {
		return this.#database.clips.where({ lesson }).toArray();
	}

	async all(): Promise<Recording[]> {
		return this.#database.clips.toArray();
	}

	/** After they were handed over, or when she changes her mind: nothing of her stays. */
	async forget(): Promise<void> {
		await Promise.all([this.#database.clips.clear(), this.#database.reader.clear()]);
	}
}
