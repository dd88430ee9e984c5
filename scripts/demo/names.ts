// A fictional programme: places, groups and people bear names of the region and stand for nobody.
export const COMMUNITIES = [
	'Qullana Pampa',
	'Wila Quta',
	'Jach’a Uyu',
	'Suma Pata',
	'Quta Thiya'
] as const;

export const GROUPS = [
	['Suma Qamaña', 'Wara Wara', 'Panqara'],
	['Inti Jalsu', 'Uma Jalsu'],
	['Jach’a Chuyma', 'Machaq Thakhi', 'Kusisiña'],
	['Pacha Mama', 'Mayacht’asi'],
	['Quta Mama', 'Amuyt’aña']
] as const;

export const SURNAMES = [
	'Mamani',
	'Quispe',
	'Condori',
	'Choque',
	'Huanca',
	'Ticona',
	'Apaza',
	'Yujra',
	'Calle',
	'Nina',
	'Poma',
	'Limachi',
	'Callisaya',
	'Ñuñez',
	'Chambi',
	'Patzi'
] as const;

export const WOMEN = [
	'Justina',
	'Paulina',
	'Juana',
	'Elena',
	'Rosa',
	'Marta',
	'Lidia',
	'Felipa',
	'Gregoria',
	'Tomasa',
	'Basilia',
	'Victoria',
	'Nieves',
	'Máxima',
	'Lucía',
	'Dionicia',
	'Inés',
	'Sabina',
	'Antonia',
	'Margarita'
] as const;

export const MEN = ['Juan', 'Luis', 'Severo', 'Félix', 'Anselmo', 'Pascual', 'Teodoro'] as const;
export const GIRLS = [
	'Wara',
	'Nayra',
	'Panqara',
	'Sami',
	'Lucía',
	'Abigail',
	'Killa',
	'Maya'
] as const;
export const BOYS = [
	'Amaru',
	'Inti',
	'Willka',
	'Kunturi',
	'Mateo',
	'Samuel',
	'Yawar',
	'Illari'
] as const;
export const EMBLEMS = [
	'bell',
	'boat',
	'corn',
	'fish',
	'flower',
	'llama',
	'potato',
	'sun'
] as const;
