// npm run protocol: writes what docs/protocol.md, docs/roles.md and docs/protocol.schema.json have from the
// registry of kinds, the table of rights and the server's side itself. A unit test says when they are old.
import { readFileSync, writeFileSync } from 'node:fs';
import { PAGES, remade, SCHEMA, schemaText } from './protocol/pages.ts';

for (const page of PAGES) writeFileSync(page, remade(readFileSync(page, 'utf8')));
writeFileSync(SCHEMA, schemaText());
console.log([...PAGES, SCHEMA].join('\n'));
