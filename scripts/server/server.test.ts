import { describe, expect, it } from 'vitest';
import { nodeProblem } from './node-version.mjs';
import { readSettings } from './settings.mjs';
import { unzip } from './zip.mjs';

describe('the version of Node', () => {
	it.each(['20.19.0', '20.20.2', '22.1.0', '24.9.0'])('%s is new enough', (version) => {
		expect(nodeProblem(version)).toBe('');
	});

	it.each(['12.22.0', '18.20.4', '20.18.9'])('%s is refused in one sentence', (version) => {
		const sentence = nodeProblem(version);
		expect(sentence).toContain(version);
		expect(sentence.match(/\./g)).not.toBeNull();
		expect(sentence).not.toContain('\n');
	});
});

describe('the settings', () => {
	it('are a programme of this machine alone unless told otherwise', () => {
		expect(readSettings({})).toMatchObject({
			host: '127.0.0.1',
			port: 8090,
			url: 'http://127.0.0.1:8090'
		});
		expect(readSettings({}).data).toMatch(/[/\\]data$/);
	});

	it('take PORT, HOST and YATIQANA_DATA', () => {
		const env = { PORT: '9000', HOST: '::1', YATIQANA_DATA: '/srv/yatiqana' };
		expect(readSettings(env)).toEqual({
			host: '::1',
			port: 9000,
			data: '/srv/yatiqana',
			url: 'http://[::1]:9000'
		});
	});

	it.each(['0', '65536', 'abc', '80.5', '-1'])('refuse %s as a port', (PORT) => {
		expect(() => readSettings({ PORT })).toThrow(/PORT is/);
	});
});

describe('reading an archive', () => {
	// made by Python's zipfile: a.txt stored, bin/b deflated
	const archive = Buffer.from(
		'UEsDBBQAAAAAAAAAIVwgMDo2BgAAAAYAAAAFAAAAYS50eHRoZWxsbwpQSwMEFAAAAAgAAAAhXAOKYqwGAAAAMgAAAAUAAABiaW4vYquoIBUAAFBLAQIUAxQAAAAAAAAAIVwgMDo2BgAAAAYAAAAFAAAAAAAAAAAAAACkAQAAAABhLnR4dFBLAQIUAxQAAAAIAAAAIVwDimKsBgAAADIAAAAFAAAAAAAAAAAAAACkASkAAABiaW4vYlBLBQYAAAAAAgACAGYAAABSAAAAAAA=',
		'base64'
	);

	it('finds a stored and a packed file by the end of their names', () => {
		expect(unzip(archive, 'a.txt')?.toString()).toBe('hello\n');
		expect(unzip(archive, '/b')?.toString()).toBe('x'.repeat(50));
	});

	it('finds nothing where there is nothing', () => {
		expect(unzip(archive, 'c.txt')).toBeNull();
		expect(unzip(Buffer.from('no archive at all, but long enough to be read'), 'a.txt')).toBeNull();
	});
});
