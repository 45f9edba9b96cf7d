import { z } from 'zod';
import { ARTICLE_SORTS, AUDIENCES } from '../knowledge/article.ts';
import { RIGHTS, SCOPES } from '../organisation/rights.ts';
import { ROLES } from '../organisation/role.ts';
import { key, timeOfDay, wordsShape } from './shapes.ts';

const span = z.strictObject({ from: timeOfDay, to: timeOfDay });
export const calendarShape = z.strictObject({
  key,
  name: wordsShape,
  weekly: z.record(z.enum(['1', '2', '3', '4', '5', '6', '7']), z.array(span)),
  /** Whose public holidays close it; none for one that never closes. */
  holidays: z.enum(['china', 'none']),
});

export const departmentShape = z.strictObject({
  key,
  name: wordsShape,
  calendar: key,
  outsideFirm: z.boolean().optional(),
});

export const postShape = z.strictObject({
  key,
  name: wordsShape,
  department: key.optional(),
  role: z.enum(ROLES),
  superior: key.optional(),
  neverEmpty: z.boolean().optional(),
  /** How many deputies may be named for it. */
  deputies: z.number().int().min(0).max(9),
  rights: z.partialRecord(z.enum(RIGHTS), z.enum(SCOPES)),
});

/** What a new centre knows from its first day; its own from then on. */
export const articleShape = z.strictObject({
  key,
  sort: z.enum(ARTICLE_SORTS),
  title: wordsShape,
  body: wordsShape,
  audience: z.enum(AUDIENCES),
  source: z.string().optional(),
  inForceOn: z.iso.date().optional(),
  /** Whoever holds it answers for it. */
  post: key,
});

const told = wordsShape.optional();

/** What a new centre offers and tells of it; changed there afterwards. */
export const offeringShape = z.strictObject({
  key,
  /** The kind it is opened as; none: information only. */
  kind: key.optional(),
  department: key,
  name: wordsShape,
  features: told,
  price: told,
  discount: told,
  steps: told,
  method: told,
  usualTime: told,
  unit: told,
  hours: told,
  /** Price of a unit in the smallest unit of money; 0: it is free; absent: said each time. */
  amount: z.number().int().min(0).optional(),
  published: z.boolean(),
});
