import { mkdirSync, writeFileSync } from 'node:fs';
import { rightsTable } from '../src/platform/http/rights-table.ts';
import { everyRoute } from '../src/wiring.ts';
import { errorCodes } from './error-codes.ts';

/** `npm run rights`: writes docs/rights.md from the routes and docs/errors.md from the words. A test fails while one is not current. */
const { routes, house } = everyRoute();
const docs = new URL('../docs/', import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL('rights.md', docs), rightsTable(routes, house));
writeFileSync(new URL('errors.md', docs), errorCodes());
process.stdout.write(`docs/rights.md: ${routes.length + house.length} routes.\n`);
