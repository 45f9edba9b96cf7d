import { z } from 'zod';

const column = z.string().min(1);

/**
 * How the columns of somebody else's file become requests. Times are local times of `zone` unless they carry an offset.
 * What a file calls departments is made as departments here, by name.
 */
export const mappingShape = z.strictObject({
  source: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .describe('Names the origin; with the id it makes a request known when the file comes again'),
  zone: z.string(),
  timeFormat: z.enum(['iso', 'yyyy-mm-dd hh:mm:ss']).default('yyyy-mm-dd hh:mm:ss'),
  columns: z.strictObject({
    id: column,
    openedAt: column,
    targetAt: column.optional(),
    closedAt: column.optional(),
    title: column,
    department: column.optional(),
    closedWith: column.optional(),
    address: column.optional(),
    channel: column.optional(),
    /** Kept as the request's own fields, by the key they get. */
    fields: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), column).default({}),
  }),
  /** What the file calls a channel, and what we call it; anything else is `other`. */
  channels: z.record(z.string(), z.string()).default({}),
  departmentNames: z.record(z.string(), z.string()).default({}),
});
export type Mapping = z.output<typeof mappingShape>;
