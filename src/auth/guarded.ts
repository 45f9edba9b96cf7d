import type { Database } from '../platform/db.ts';
import type { Edge } from '../platform/http/edge.ts';
import { attempted, succeeded } from './attempt.ts';

/** A way in that a secret opens: whoever fails too often, from one address or at one account, is not let try for a while. */
export function guardedBy(database: Database) {
  return async <Result>(edge: Edge, account: string, work: () => Promise<Result>): Promise<Result> => {
    const attempt = { account, address: edge.address };
    const { schema } = edge.organisation;
    await attempted(database, schema, attempt, edge.now);
    const result = await work();
    await succeeded(database, schema, attempt, edge.now);
    return result;
  };
}
