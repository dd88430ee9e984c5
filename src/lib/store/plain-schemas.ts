import * as z from 'zod/mini';

// Our policy forbids a page to make code out of text: schemas are run as they stand. Imported by what
// parses first; the server compiles its schemas instead.
z.config({ jitless: true });
