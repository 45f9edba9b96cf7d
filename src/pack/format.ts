import { z } from 'zod';
import { kindShape } from './kind-shape.ts';
import { packRoundShape } from '../round/plan.ts';
import { articleShape, calendarShape, departmentShape, offeringShape, postShape } from './organisation-shape.ts';
import { settingsShape } from './settings-shape.ts';
import { key, wordsShape } from './shapes.ts';
import { spotCheckPlanShape } from '../spot-check/plan.ts';

/** An industry as data. The core never names one. */
export const packShape = z.strictObject({
  key,
  name: wordsShape,
  about: wordsShape,
  zone: z.string(),
  calendars: z.array(calendarShape).min(1),
  receptionCalendar: key,
  departments: z.array(departmentShape).min(1),
  posts: z.array(postShape).min(1),
  /** The post of whoever sets the organisation up. */
  administratorPost: key,
  kinds: z.array(kindShape).min(1),
  /** What is checked by sample, by whom and how often; plans that people make stand beside them. */
  spotChecks: z.array(spotCheckPlanShape).optional(),
  rounds: z.array(packRoundShape).optional().describe('Checklists walked by a post; left out: none'),
  offerings: z.array(offeringShape).optional(),
  articles: z.array(articleShape).optional(),
  ...settingsShape.shape,
});

export type Pack = z.infer<typeof packShape>;
export type Kind = Pack['kinds'][number];
export type Stage = Kind['stages'][number];
export type Field = Kind['fields'][number];
export type VisitRule = Kind['visits'][number];
export type Approval = NonNullable<Kind['approvals']>[number];
export type Paper = NonNullable<Kind['papers']>['list'][number];
export type CommitmentRule = Kind['commitments'][number];
