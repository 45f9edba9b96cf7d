import { z } from 'zod';
import { dayIn, id, pageQuery } from '../platform/http/shapes.ts';
import { REASONS } from './vacancy.ts';

const note = z.string().trim().max(2_000).default('');

export const listVacantInput = z.strictObject({
  id: id('vacancy').optional().describe("The client's own new id; the same id again lists nothing twice"),
  placeId: id('place').describe('The unit; nobody may be on file there as resident, tenant or user'),
  since: dayIn.describe('Since which day it stands empty; not ahead'),
  reason: z.enum(REASONS).describe('Why it stands empty: not sold, not let, moved out, or something else'),
  note: note.describe('What whoever inspects it has to know: where the key is, what was left inside'),
});
export type ListVacant = z.output<typeof listVacantInput>;

export const endVacancyInput = z.strictObject({
  as: z.enum(['occupied', 'by_mistake']).describe('occupied: somebody is there again; by_mistake: it never was vacant'),
  note: note.describe('Who moves in, or what was mistaken'),
});
export type EndVacancy = z.output<typeof endVacancyInput>;

export const INSPECTIONS = ['late', 'due', 'ahead'] as const;

export const vacanciesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['vacant', 'ended', 'all']).default('vacant').describe('vacant: on the list now; ended: taken off it'),
  reason: z.enum(REASONS).optional().describe('Only those that stand empty for this'),
  building: id('place').optional().describe('Only units of this building'),
  inspection: z
    .enum(INSPECTIONS)
    .optional()
    .describe('late: an inspection is overdue; due: one can be made now; ahead: the next lies ahead'),
  faults: z.stringbool().default(false).describe('Only units with a fault found at an inspection that is not settled'),
  from: dayIn.optional().describe('Empty since this day or later'),
  until: dayIn.optional().describe('Empty since this day or earlier'),
});
export type VacanciesQuery = z.output<typeof vacanciesQuery>;
