import { createDecipheriv, createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { sealForServer } from './server-box.ts';

const SECRET = 'ab'.repeat(32);

it('what a phone seals for the server, its engine opens: nonce, text and tag by a key of 32 letters', async () => {
	const sealed = Buffer.from(await sealForServer(SECRET, 'Wara, 8,1 kg'), 'base64');
	const key = createHmac('sha256', SECRET).update('file:1').digest('hex').slice(0, 32);
	const open = createDecipheriv('aes-256-gcm', Buffer.from(key), sealed.subarray(0, 12));
	open.setAuthTag(sealed.subarray(-16));
	const text = open.update(sealed.subarray(12, -16), undefined, 'utf8') + open.final('utf8');
	expect(text).toBe('Wara, 8,1 kg');
});

it('is another text every time', async () => {
	expect(await sealForServer(SECRET, 'a')).not.toBe(await sealForServer(SECRET, 'a'));
});
