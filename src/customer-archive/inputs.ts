import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { dayIn, id, line, pageQuery, versionRequired } from '../platform/http/shapes.ts';
import { ARCHIVE_STATES, MOST_OPENED } from './customer-archive.ts';

const department = id('department').describe('The department whose archive it is');
const keeper = id('person').describe('Who looks after it');

export const openArchivesInput = z.strictObject({
  customerIds: z
    .array(id('customer'))
    .min(1)
    .max(MOST_OPENED)
    .describe('Whose archives are set up; who has one already keeps it'),
  departmentId: department,
  keeperId: keeper,
});
export type OpenArchives = z.output<typeof openArchivesInput>;

export const fileInput = z.strictObject({
  id: id('customer_archive_entry')
    .optional()
    .describe("The client's own new id; the same id again files nothing twice"),
  part: z.string().max(60).describe('Key of the part that it is filed under'),
  title: line.describe('What it is'),
  dated: dayIn.nullable().default(null).describe('The day that stands on it, YYYY-MM-DD; null: none'),
  liesAt: line.describe('Where it lies: shelf and box, or the name of the file'),
});
export type FileEntry = z.output<typeof fileInput>;

export const withdrawInput = z.strictObject({ because: line.describe('Why it is taken out; it stays with this') });

export const arrangeInput = z.strictObject({ remark: line.describe('What was looked at and put in order') });

export const changeArchiveInput = z.strictObject({
  seen: versionRequired,
  departmentId: department,
  keeperId: keeper,
});
export type ChangeArchive = OnVersion<z.output<typeof changeArchiveInput>, 'seen'>;

export const archivesQuery = z.strictObject({
  ...pageQuery,
  state: z
    .enum(ARCHIVE_STATES)
    .optional()
    .describe('none: customers without one; incomplete: a required part is missing; stale: not touched in time; sound'),
  part: z.string().max(60).optional().describe('Only those in which nothing is filed under this part'),
  department: id('department').optional().describe('Only archives of this department'),
  keeper: id('person').optional().describe('Only archives this person looks after'),
  q: z.string().trim().max(100).optional().describe('Only customers in whose name this stands'),
});
export type ArchivesQuery = z.output<typeof archivesQuery>;

export const archiveFiguresQuery = z.strictObject({
  department: id('department').optional().describe('Only archives of this department'),
});
export type ArchiveFiguresQuery = z.output<typeof archiveFiguresQuery>;
