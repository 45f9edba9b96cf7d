import type { Edge } from '../platform/http/edge.ts';

/** How secrets are made and tries are counted: as for whoever works here, and handed in by who knows both. */
export type EntryParts = {
  newSecret(): string;
  newCode(): string;
  readCode(typed: string): string;
  digest(secret: string): string;
  attempted(edge: Edge, account: string): Promise<void>;
  succeeded(edge: Edge, account: string): Promise<void>;
};
