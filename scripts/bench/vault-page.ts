// What the vault's bench runs inside a browser: the phone's own store, bundled by itself.
import type { Entry } from '../../src/lib/domain/journal/entry.ts';
import { idSource, type Id, type ScopeId } from '../../src/lib/domain/shared/ids.ts';
import { Phone } from '../../src/lib/store/phone.ts';

const newId = idSource((length) => crypto.getRandomValues(new Uint8Array(length)));
const village = 'c:com000000000001' as ScopeId;
const marta = 'u00000000000001' as Id;
const CODE = '482913';
const hardness = { memoryKiB: 128, passes: 1 };
const open = () => Phone.open('bench', { clock: Date.now, newId, hardness });
const grants = [{ role: 'promoter' as const, scope: village }];
const secrets = {
	recovery: '11'.repeat(32),
	communities: { [village]: 'ab'.repeat(32) },
	grants
};

const visitOf = (i: number) => ({
	day: `20${24 + (i % 3)}-0${1 + (i % 9)}-1${i % 10}`,
	weightsKg: [8 + (i % 40) / 10],
	lengthsCm: [68 + (i % 30)],
	position: 'lying' as const,
	oedema: 'none' as const,
	counts: { weightKg: 8 + (i % 40) / 10, lengthCm: 68 + (i % 30) },
	said: { class: 'green', action: 'next', engine: '1', rules: 1 }
});

function entriesOf(children: number, visits: number): Entry[] {
	const made: Entry[] = [];
	const phone = newId();
	const add = (kind: string, subject: Id, body: unknown) => {
		const n = made.length + 1;
		const head = { id: newId(), kind, v: 1, scope: village, subject, by: marta, phone };
		made.push({ ...head, at: n, n, body });
	};
	for (let c = 0; c < children; c++) {
		const child = newId();
		const born = '2023-10-02';
		add('child.register', child, {
			name: `Wara ${c}`,
			family: 'Choquehuanca Mamani',
			sex: 'f',
			bornFrom: born,
			bornTo: born,
			bornHow: 'card',
			caregiver: newId(),
			day: '2024-01-01'
		});
		for (let v = 0; v < visits; v++) add('visit.record', child, visitOf(made.length));
	}
	return made;
}

/** Fills a phone as months of syncs would, seals its register and locks it. */
async function fill(children: number, visits: number): Promise<void> {
	const phone = await open();
	await phone.vaults.admit({ account: marta, name: 'Marta', token: 't', code: CODE, secrets });
	const entries = entriesOf(children, visits);
	for (let i = 0; i < entries.length; i += 200) {
		const page = entries.slice(i, i + 200);
		await phone.receive({ scope: village, entries: page, gone: [], cursor: [i, ''] });
	}
	const list = phone.register();
	await list.read();
	await list.settle();
	phone.close();
}

/** From the key on: until the list of all children can be shown. */
async function unlock(): Promise<{ ms: number; children: number }> {
	const phone = await open();
	await phone.vaults.unlock(marta, CODE);
	const began = performance.now();
	const { children } = await phone.register().read();
	const ms = performance.now() - began;
	phone.close();
	return { ms, children: children.size };
}

/** A visit of a child who has some: from the tap to the fact on the disk. */
async function save(times: number): Promise<number[]> {
	const phone = await open();
	await phone.vaults.unlock(marta, CODE);
	const { children } = await phone.register().read();
	const subjects = [...children.keys()].slice(0, times);
	const took: number[] = [];
	for (const [i, subject] of subjects.entries()) {
		const began = performance.now();
		const draft = { scope: village, subject, by: marta, body: visitOf(i) };
		const saved = await phone.save({ kind: 'visit.record', ...draft });
		if (!saved.ok) throw new Error(saved.error);
		took.push(performance.now() - began);
	}
	phone.close();
	return took;
}

Object.assign(globalThis, { bench: { fill, unlock, save } });
