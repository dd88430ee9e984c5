import { describe, expect, it } from 'vitest';
import { SURVEY_COLUMNS, surveyRows, type SurveyChild } from './survey-file.ts';

const wara: SurveyChild = {
	place: 'c:c00000000000001',
	sex: 'f',
	bornFrom: '2026-01-15',
	bornTo: '2026-01-15',
	day: '2026-11-24',
	weightKg: 7.85,
	lengthCm: 68,
	muacMm: 132,
	headCm: null,
	position: 'lying',
	oedema: 'none'
};
const row = (more: Partial<SurveyChild> = {}) => {
	const [, cells = []] = surveyRows([{ ...wara, ...more }]);
	return Object.fromEntries(SURVEY_COLUMNS.map((column, i) => [column, cells[i]]));
};

describe('the file for WHO Anthro', () => {
	it('has its columns, with values as they were read', () => {
		expect(row()).toMatchObject({
			id: '1',
			cluster: '1',
			dob: '15/01/2026',
			dov: '24/11/2026',
			age: '313',
			sex: '2',
			weight: '7.85',
			lenhei: '68.0',
			measure: 'L',
			oedema: 'n',
			armc: '13.2',
			headc: '',
			strata: '',
			wealthq: ''
		});
	});

	it('tells no birth date that nobody knows, and the age from the middle of its time', () => {
		expect(row({ bornFrom: '2026-01-01', bornTo: '2026-01-31' })).toMatchObject({
			dob: '',
			age: '312'
		});
		expect(row({ bornFrom: '', bornTo: '' })).toMatchObject({ dob: '', age: '' });
	});

	it('leaves empty what nobody saw', () => {
		const unseen = { oedema: 'unseen', position: '', sex: 'unknown', weightKg: null };
		expect(row(unseen)).toMatchObject({ oedema: '', measure: '', sex: '', weight: '' });
	});

	it('numbers children and places anew', () => {
		const rows = surveyRows([wara, { ...wara, place: 'elsewhere' }, wara]);
		expect(rows.slice(1).map(([id, , cluster]) => [id, cluster])).toEqual([
			['1', '1'],
			['2', '2'],
			['3', '1']
		]);
		expect(JSON.stringify(rows)).not.toContain(wara.place);
	});
});
