import { expect, it } from 'vitest';
import { perspicuity } from './reading.ts';

it('short sentences of short words are very easy', () => {
	expect(perspicuity(['La vaca come. La vaca bebe.', 'Lave el balde.'])).toBeGreaterThan(80);
});

it('long words in long sentences are hard', () => {
	const text =
		'La comercialización institucionalizada de electrodomésticos internacionales compromete responsabilidades administrativas';
	expect(perspicuity([text])).toBeLessThan(20);
});

it('nothing has no level', () => {
	expect(perspicuity(['', '…'])).toBeUndefined();
});
