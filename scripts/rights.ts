import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rightsTable } from '../src/platform/http/rights-table.ts';
import { everyRoute } from '../src/wiring.ts';
import { errorCodes, errorsOfRoutes } from './error-codes.ts';

/**
 * `npm run rights`: writes docs/rights.md from the routes, docs/errors.md from the words, and errors.json, from both and the
 * code, for the description of the API. A test fails while one is not current.
 */
const { routes, house } = everyRoute();
const docs = new URL('../docs/', import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL('rights.md', docs), rightsTable(routes, house));
writeFileSync(new URL('errors.md', docs), errorCodes());
const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
writeFileSync(join(root, 'src/platform/http/errors.json'), errorsOfRoutes(root));
process.stdout.write(`docs/rights.md: ${routes.length + house.length} routes.\n`);
