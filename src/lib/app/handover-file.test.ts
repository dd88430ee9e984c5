import { expect, it } from 'vitest';
import { readHandover } from './handover-file.ts';

it('reads what a phone wrote, and nothing else', () => {
	const file = { yatiqana: 'handover', v: 1, phone: 'p00000000000001', boxes: ['AAAA'] };
	expect(readHandover(JSON.stringify(file))).toEqual({
		phone: 'p00000000000001',
		boxes: ['AAAA']
	});
	for (const other of ['', 'name,weight', '{}', '[]', 'null', '{"phone":1,"boxes":[]}'])
		expect(readHandover(other), other).toBeUndefined();
	expect(readHandover(JSON.stringify({ ...file, boxes: [1] }))).toBeUndefined();
});
