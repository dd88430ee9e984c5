import { describe, expect, it } from 'vitest';
import { forbiddenClaim } from './forbidden.ts';

// one sentence for each row of appendix B
const SAID = [
	'Dele agua de anís a la wawa en los primeros 6 meses.',
	'La miel cura la tos del bebé.',
	'El caldo alimenta como la carne.',
	'La leche de vaca reemplaza el pecho.',
	'Con diarrea, quite el pecho unas horas.',
	'El niño puede comer maní entero.',
	'La leche cruda da más fuerza.',
	'Al hervir, la leche elimina el antibiótico.',
	'La leche de la vaca tratada sirve para la familia.',
	'Con ivermectina espere 5 días.',
	'Puede dar closantel a su vaca.',
	'El desparasitante de vaca cura también a las personas.',
	'Inyecte 10 mL en el cuello.',
	'Eche bicarbonato a la leche.',
	'Pinche la panza si hay timpanismo.',
	'Cualquier cantidad de lavandina sirve.',
	'Mezcle la lavandina con vinagre.',
	'El cloro quita el arsénico y la sal.',
	'El pozo profundo no necesita prueba.',
	'Entre al pozo rápido, un minuto.',
	'El tarwi crudo se come bien.',
	'La papa verde solo es fea.',
	'El berro crudo es remedio.',
	'El carbón en la carpa protege de la helada.',
	'Ponga biol en la lechuga hoy.',
	'El forraje hidropónico reemplaza el heno.',
	'Los niños son bajos por su raza.',
	'Su hemoglobina es baja.',
	'Cinta verde: todo está bien.',
	'El precio es fijo por ley.',
	'El quórum siempre es la mitad más uno.',
	'Vacune ya contra la aftosa.'
];

describe('claims that must never be made', () => {
	it.each(SAID)('are caught: %s', (sentence) => {
		expect(forbiddenClaim(sentence)).toBeDefined();
	});

	it('are 32 different ones', () => {
		expect(new Set(SAID.map(forbiddenClaim)).size).toBe(SAID.length);
	});

	it.each([
		'Antes de los 6 meses no dé agua ni té.',
		'El hierro se queda en la carne, no en el caldo.',
		'Con diarrea siga con el pecho y la comida.',
		'El verde no descarta todo.',
		'Hervir no saca el antibiótico de la leche.',
		'Ni brasero, ni carbón, ni vela adentro de la carpa.',
		'Nunca mezcle cloro con vinagre.',
		'Muela el maní para el niño.'
	])('are not seen in what is right: %s', (sentence) => {
		expect(forbiddenClaim(sentence)).toBeUndefined();
	});
});
