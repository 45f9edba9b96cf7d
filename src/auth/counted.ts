import type { Database } from '../platform/db.ts';
import type { Edge } from '../platform/http/edge.ts';
import { attempted, succeeded } from './attempt.ts';

/** Does what proves something, counted as a failure of that account until it turns out well. */
export async function counted<Result>(
  database: Database,
  edge: Edge,
  account: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const attempt = { account, address: edge.address };
  await attempted(database, edge.organisation.schema, attempt, edge.now);
  const result = await work();
  await succeeded(database, edge.organisation.schema, attempt, edge.now);
  return result;
}
