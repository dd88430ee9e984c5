/**
 * Claims that must never be made (appendix B of the fact base), as patterns over one Spanish sentence.
 * They catch the plain wording, not every wording: the writer reads the list, this is the net below.
 */

/** [what is never said, pattern, true when a sentence with a negation says it too] */
type Claim = [never: string, pattern: RegExp, evenDenied?: true];

const BABY = '(wawa|bebé|recién nacid[oa]|guagua)';
const CHILD = '(wawa|bebé|niñ[oa]s?|hij[oa]s?)';
const YOUNG =
	'(antes de los 6 meses|menor(es)? de 6 meses|primeros 6 meses|de 0 a 6 meses|recién nacid)';
const DRINKS = '(agua|agüita|té|mate|anís|caldo|papilla|jugo|leche de vaca)';
const TREATED =
	'(vaca (curada|tratada|con remedio|en tratamiento)|leche con (remedio|antibiótico))';

const CLAIMS: readonly Claim[] = [
	[
		'give water, tea or gruel before 6 months',
		new RegExp(`(${DRINKS}.*${YOUNG}|${YOUNG}.*${DRINKS})`)
	],
	['honey is good for a baby’s cough', new RegExp(`miel.*(tos|${BABY})|(tos|${BABY}).*miel`)],
	[
		'broth feeds as well as meat',
		/caldo.*(alimenta|fuerza|igual que la carne|como la carne|reemplaza)/
	],
	[
		'cow’s milk replaces breast milk',
		/leche de vaca.*(reemplaza|en lugar|en vez|igual que).*(pecho|materna)/
	],
	[
		'stop food and breast in diarrhoea',
		/(diarrea.*((quit|suspend|dej|cort|par|retir)(e|en|ar)\b.*(pecho|comida|comer)|descans\w+ (el|la) (estómago|barriga))|(quit|suspend|dej|cort|retir)(e|en|ar)\b.*(pecho|comida).*diarrea)/
	],
	[
		'whole peanuts or hard sweets for toddlers',
		new RegExp(
			`(maní|tostado|haba tostada|caramelo|dulces? duros?).*(enter[oa]s?).*${CHILD}|${CHILD}.*(maní|tostado|caramelo|dulces? duros?).*enter[oa]`
		)
	],
	[
		'raw milk or fresh cheese strengthens',
		/(leche cruda|leche sin hervir|queso fresco de leche cruda).*(cura|fortalece|fuerza|alimenta|sana|mejor|buen)/
	],
	[
		'boiling takes the medicine out of milk',
		/(herv|hierv|calor|yogur|pasteuriz).*(quit|sac|elimin|limpi|borr|mata).*(antibiótico|ivermectina|remedio|medicina)/
	],
	[
		'milk of a treated cow is fine for people',
		new RegExp(`${TREATED}.*(sirve|puede|tom|d[ée]|regal|alcanza).*(${CHILD}|familia|gente|casa)`)
	],
	[
		'ivermectin in milking cows after some days',
		/ivermectina.*\d+ (días|horas|semanas)|\d+ (días|horas|semanas).*ivermectina/,
		true
	],
	[
		'closantel or nitroxynil in a milking cow',
		/(?<!\p{L})(dé|use|usar|aplique|ponga|sirve|puede).*(closantel|nitroxinil)|(closantel|nitroxinil).*(sirve|puede|está bien)/u
	],
	[
		'animal dewormers work in people',
		/(desparasitante|remedio) (de|para) (los |las )?(animal|vaca|oveja|ganado).*(gente|persona|niñ|usted|familia)/
	],
	[
		'inject or drench an amount',
		/(inyect|haga tomar|haga beber|aplique).*\d+([,.]\d+)? ?(ml|cc|mg|litros?|l)(?!\p{L})/u,
		true
	],
	[
		'add something so that milk keeps',
		/(ech|agreg|añad|pon|mezcl)\w* .*(bicarbonato|agua oxigenada|formol|lavandina|agua).*(a|en) la leche/
	],
	[
		'a knife or drink cures bloat',
		/(pinch|punz|cort|pique|abra)\w* .*(panza|barriga|ijar|costado).*(timpan|hincha)|(timpan|hincha|panza).*(pinch|cuchillo|keros[eé]n|queroseno|cerveza|diésel|gasolina)/
	],
	[
		'any amount of bleach is good',
		/((cualquier cantidad|mientras más|cuanto más).*(lavandina|cloro)|(lavandina|cloro).*(cualquier cantidad|a ojo|mientras más|cuanto más))/
	],
	[
		'mix chlorine with something',
		/(mezcl|junt)\w* .*(cloro|lavandina).*(vinagre|ácido|limón|jabón|detergente|orina)/
	],
	[
		'chlorine, boiling or sun removes arsenic or salt',
		/(cloro|lavandina|herv|hierv|sol).*(quit|sac|elimin|limpi)\w* .*(arsénico|salitre|sales|la sal|nitrato)/
	],
	[
		'a deep well needs no test',
		/pozo (hondo|profundo).*(no necesita|no hace falta|sin prueba|siempre (es|está) (bueno|limpio|seguro))/,
		true
	],
	['enter the well quickly', /(entr|baj|mét)\w* .*pozo.*(rápido|minutito|un minuto|ratito)/],
	[
		'tarwi raw, or its water as a cure',
		/tarwi.*(crudo|sin lavar|a medio lavar).*(com|prueb|sirve|dé)|agua de(l)? tarwi.*(cura|lombri|remedio|toma|sirve)/
	],
	['green potatoes are only ugly', /papas? verdes?.*(solo|nomás|fea|se come|puede comer|buena)/],
	['raw watercress is medicine', /berros? crudos?.*(remedio|medicina|sana|cura|buen)/],
	[
		'fire in the greenhouse protects',
		/(brasero|carbón|fogata|vela|fuego).*(carpa|invernadero|adentro).*(proteg|cuid|abrig|salv|calient|segur)/
	],
	[
		'biol on the salad of today',
		/biol.*(ensalada|lechuga|hoja).*(hoy|mismo día|antes de comer|y coma)/
	],
	[
		'hydroponic fodder replaces hay',
		/forraje (verde )?hidropónico.*(reemplaza|en lugar|en vez|basta)|1 (kg|kilo).*(10|12) (kg|kilos)/
	],
	[
		'a child is short because of race',
		/(baj[oa]s?|chic[oa]s?|pequeñ[oa]s?|petis[oa]s?).*(raza|por ser (aymara|indígena)|así somos|somos así)/
	],
	['her haemoglobin is low or normal', /hemoglobina.*(baja|alta|normal|\d)/],
	[
		'green tape, so nothing is wrong',
		/(cinta |color )?verde.*(todo (está )?bien|nada malo|está san[oa]|ya está bien)/
	],
	[
		'this price or subsidy is fixed by law',
		/(precio|subsidio|bono).*(fij[oa]|por ley|para siempre|no cambia)/
	],
	['the quorum is always half plus one', /quórum.*siempre|siempre.*quórum/],
	['vaccinate now against foot-and-mouth', /(?<!\p{L})vacun(e|en|ar|amos)(?!\p{L}).*aftosa/u]
];

const DENIED = /(?<!\p{L})(no|nunca|jamás|ni|nada|sin|tampoco|ningún|ninguna)(?!\p{L})/u;

/** The claim that this sentence makes, in the words of the list; undefined when it makes none. */
export function forbiddenClaim(sentence: string): string | undefined {
	const said = sentence.toLowerCase();
	const denied = DENIED.test(said);
	return CLAIMS.find(
		([, pattern, evenDenied]) => (evenDenied || !denied) && pattern.test(said)
	)?.[0];
}
