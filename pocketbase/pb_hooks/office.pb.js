/// The office's records: who changed what is written in the same transaction; derived rows are nobody's to edit.
require(`${__hooks}/lib/office.cjs`);

const OFFICE = require(`${__hooks}/lib/office.cjs`).OFFICE;
const DERIVED = require(`${__hooks}/lib/office.cjs`).DERIVED;

onRecordCreateRequest((e) => require(`${__hooks}/lib/office.cjs`).change(e, 'create'), ...OFFICE);
onRecordUpdateRequest((e) => require(`${__hooks}/lib/office.cjs`).change(e, 'update'), ...OFFICE);
onRecordDeleteRequest((e) => require(`${__hooks}/lib/office.cjs`).change(e, 'delete'), ...OFFICE);

onRecordCreate((e) => require(`${__hooks}/lib/office.cjs`).derived(e), ...DERIVED);
onRecordUpdate((e) => require(`${__hooks}/lib/office.cjs`).derived(e), ...DERIVED);
onRecordDelete((e) => require(`${__hooks}/lib/office.cjs`).derived(e), ...DERIVED);
