// WHO's vectors that a promoter could have read: whole days of age, one decimal, a known position. What must
// be said of each is told here from WHO's own z, by the table of classes: no code of ours is asked.
import { readFileSync } from 'node:fs';

export interface GoldenRow {
	readonly id: string;
	readonly category: string;
	readonly sex: 'f' | 'm';
	readonly days: number;
	/** Digits as they are pressed: the comma sets itself. */
	readonly digits: { readonly kg: string; readonly cm: string; readonly mm: string };
	readonly lying: boolean;
	readonly swollen: boolean;
	readonly mm: number;
	readonly z: { readonly haz: string; readonly waz: string; readonly whz: string };
	/** WHO marks the z as not plausible. */
	readonly flagged: { readonly haz: boolean; readonly whz: boolean };
}

/** An arm that is not thin, where WHO's row has none. */
const ARM = 140;
/** 6 and 60 months of 30.4375 days. */
const ARM_FROM = 183;
const UNDER_FIVE = 1826;

const tenth = (text: string) => /^\d+(\.\d)?$/.test(text);
const tenths = (text: string) => String(Math.round(Number(text) * 10));

function readable(of: Readonly<Record<string, string>>): GoldenRow[] {
	const { id = '', category = '', sex = '', age = '', weight = '', lenhei = '' } = of;
	const { measure = '', armc = '', oedema = '' } = of;
	const days = Number(age);
	const whole = of.age_unit === 'd' && /^\d+$/.test(age) && days < UNDER_FIVE;
	const mayStand = measure === 'l' || days >= 274;
	if (!whole || !mayStand || !/^[12]$/.test(sex)) return [];
	if (!/^[lh]$/.test(measure) || !/^[yn]$/.test(oedema)) return [];
	if (!tenth(weight) || !tenth(lenhei)) return [];
	// what no living child has is asked about before it is taken: another story
	const [kg, cm] = [Number(weight), Number(lenhei)];
	if (kg < 1 || kg > 58 || cm < 38 || cm > 150) return [];
	const mm = tenth(armc) && Number(armc) >= 6 && Number(armc) <= 30 ? Number(armc) * 10 : ARM;
	return [
		{
			id,
			category,
			sex: sex === '2' ? 'f' : 'm',
			days,
			digits: { kg: tenths(weight), cm: tenths(lenhei), mm: String(Math.round(mm)) },
			lying: measure === 'l',
			swollen: oedema === 'y',
			mm: Math.round(mm),
			z: { haz: of.zlen ?? '', waz: of.zwei ?? '', whz: of.zwfl ?? '' },
			flagged: { haz: of.flen === '1', whz: of.fwfl === '1' }
		}
	];
}

/** So many rows, of every kind of row and every class. */
export function goldenRows(many: number): GoldenRow[] {
	const text = readFileSync('tests/fixtures/who/golden.csv', 'utf8');
	const [head = '', ...lines] = text.trim().split('\n');
	const names = head.split(',');
	const rows = lines.flatMap((line) => {
		const cells = line.split(',').map((cell, place) => [names[place], cell]);
		return readable(Object.fromEntries(cells));
	});
	// in turn one row of each kind and class, so that the rare ones are all there
	const kinds = new Map<string, GoldenRow[]>();
	for (const row of rows) {
		const kind = `${row.category} ${saidOf(row).sentence}`;
		kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
	}
	const taken: GoldenRow[] = [];
	for (let turn = 0; taken.length < many && turn < rows.length; turn++)
		for (const kind of kinds.values()) {
			const row = kind[turn];
			if (row && taken.length < many) taken.push(row);
		}
	return taken;
}

export interface Said {
	readonly class: string;
	readonly word: string;
	readonly sentence: string;
}
const said = (name: string, word: string, sentence: string): Said => ({
	class: name,
	word,
	sentence
});
const CENTRE = 'Al centro de salud';
const CARE = 'Cuidado';

/** What the specification makes of WHO's z at a first visit; cut-offs are strict, the gravest sign first. */
export function saidOf({ z, days, mm, swollen, flagged }: GoldenRow): Said {
	const whz = flagged.whz || !z.whz ? NaN : Number(z.whz);
	const haz = flagged.haz || !z.haz ? NaN : Number(z.haz);
	const arm = days >= ARM_FROM ? mm : NaN;
	if (swollen) return said('sam', CENTRE, 'Hoy mismo. Tiene los pies hinchados.');
	if (arm < 115) return said('sam', CENTRE, 'Hoy mismo. Bracito muy delgado.');
	if (whz < -3) return said('sam', CENTRE, 'Hoy mismo. Está muy delgada.');
	if (arm < 125) return said('mam', CENTRE, 'Esta semana. Bracito delgado.');
	if (whz < -2) {
		const name = days < ARM_FROM ? 'young-infant' : 'mam';
		return said(name, CENTRE, 'Esta semana. Está delgada.');
	}
	if (flagged.haz || flagged.whz)
		return said('implausible-stands', CENTRE, 'Esta semana. Que la vean en el centro.');
	if (haz < -3) return said('severely-stunted', CENTRE, 'Esta semana. Es muy bajita para su edad.');
	if (haz < -2) return said('stunted', CARE, 'Es bajita para su edad. La comida le ayuda.');
	if (whz > 2) return said('overweight', CARE, 'Pesa mucho para su talla.');
	if (Number.isNaN(whz) || Number.isNaN(haz))
		return said('incomplete', 'Medir otra vez', 'Falta una medida.');
	return said('grows-well', 'Crece bien', 'Crece bien. Siga así.');
}
