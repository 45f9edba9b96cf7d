import { z } from 'zod';

const step = z.object({ name: z.string(), checksum: z.string() });
const schemaName = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const plainName = z.string().regex(/^[a-z_][a-z0-9_]*$/);

/** What a backup says of itself at its beginning. */
export const manifestShape = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  version: z.string(),
  /** Each schema with the migrations it had: a restore builds it by the same ones. */
  schemas: z.array(z.object({ schema: schemaName, steps: z.array(step) })),
});
export type Manifest = z.infer<typeof manifestShape>;

export const tableShape = z.object({ schema: schemaName, table: plainName, columns: z.array(plainName) });
export type BackedTable = z.infer<typeof tableShape>;

export const endShape = z.object({ rows: z.number().int(), bytes: z.number().int(), sha256: z.string() });
export type TableEnd = z.infer<typeof endShape>;

export const sequencesShape = z.array(
  z.object({ schema: schemaName, sequence: plainName, value: z.string().regex(/^-?\d+$/), called: z.boolean() }),
);
export type Sequences = z.infer<typeof sequencesShape>;

/** What a whole backup holds, table by table. */
export type Contents = {
  manifest: Manifest;
  tables: (BackedTable & TableEnd)[];
  sequences: Sequences;
};

export function rowsIn(contents: Contents): number {
  return contents.tables.reduce((sum, table) => sum + table.rows, 0);
}
