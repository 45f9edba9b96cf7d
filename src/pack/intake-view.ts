import { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { idOut, wordsOut } from '../platform/http/shapes.ts';
import { papersAsked } from '../formality/asked-papers.ts';
import { paperAskedOut } from '../formality/view.ts';
import { fieldRules } from './field-rules.ts';
import { cannedShape } from './canned.ts';
import type { Kind } from './format.ts';
import type { CurrentKind } from './kinds.ts';
import { currentKinds } from './kinds.ts';
import { settingsOf } from './settings.ts';
import { departmentNameOut, onDutyOut, outsideFirmOut, personOut } from '../organisation/shapes.ts';

const named = z.object({
  key: z.string().describe('What is stored and sent'),
  name: wordsOut.describe('What people choose by'),
});

const fieldAsked = named.extend({
  hint: wordsOut.nullable().describe('What to write in it, where that is not plain'),
  type: z.string().describe('text (one line), long_text, choice, yes_no, number or date (YYYY-MM-DD)'),
  at: z.string().describe('intake: asked for at once; ticket: later, on the ticket'),
  ...fieldRules,
  choices: z.array(named).describe('Of a field of type choice, in their order; else empty'),
});

const kindOffered = named.extend({
  version: z.number().describe('The version a ticket opened now is held to'),
  about: wordsOut.describe('When to choose it'),
  type: z
    .string()
    .describe('What figures count it as: consultation, complaint, suggestion, request, repair, help or task'),
  digit: z.string().nullable().describe('Its key at the front desk'),
  icon: z.string().describe('Name of the picture the screens show for it'),
  urgency: z.string().describe('normal, urgent or emergency, unless said otherwise'),
  departmentId: z.string().describe('Where it goes when nobody says otherwise'),
  needsPlace: z.boolean().describe('Refused without a place'),
  needsCustomer: z.boolean().describe('Refused without a customer or a caller'),
  sendsWork: z.boolean().describe('Whether hands are sent'),
  begins: z.string().describe('Key of the stage its tickets begin in'),
  stages: z.array(named).describe('Where its tickets may stand, in their order'),
  retired: z.boolean().describe('true: nothing is opened under it any more'),
  fields: z.array(fieldAsked).describe('What is asked for besides title and need'),
  papers: z.array(paperAskedOut).describe('What has to be brought for it; mostly nothing'),
});

export const intakeOut = z.object({
  items: z.array(kindOffered).describe('Every kind in its newest version'),
  severities: z.array(named).describe('Of complaints'),
  pauses: z
    .array(named.extend({ longest: z.string().describe('How long it may last, ISO 8601: P3D') }))
    .describe('Declared reasons to wait'),
  departments: z
    .array(
      departmentNameOut.extend({
        key: z.string().describe('A stable name, which kinds go by'),
        outsideFirm: outsideFirmOut,
      }),
    )
    .describe('Departments and outside firms that are not given up'),
  canned: z.array(cannedShape).describe('The requests that come most often, in the order of their keys'),
  people: z
    .array(
      personOut.extend({
        departmentId: idOut('department').nullable().describe('Of a post he holds; null: of none'),
        onDuty: onDutyOut,
      }),
    )
    .describe('Whom work can be given to; empty for whoever may not see tickets'),
});

type Intake = z.input<typeof intakeOut>;

/** Kinds with their fields, and whom work can be given to: what an intake form is built from. */
export async function readIntake(context: Context): Promise<Intake> {
  const settings = await settingsOf(context);
  const departments = await context.tx
    .selectFrom('department')
    .select(['id', 'key', 'name', 'outside_firm'])
    .where('closed_at', 'is', null)
    .orderBy('key')
    .execute();
  const idOf = new Map(departments.map((one) => [one.key, one.id]));
  return {
    items: (await currentKinds(context)).map((one) => kindView(one, idOf.get(one.kind.department) ?? '')),
    severities: settings.severities.map(({ key, name }) => ({ key, name })),
    pauses: settings.pauses.map(({ key, name, longest }) => ({ key, name, longest })),
    departments: departments.map(({ outside_firm, name, ...one }) => ({
      ...one,
      name: name as Words,
      outsideFirm: outside_firm,
    })),
    canned: settings.canned ?? [],
    people: can(context.actor, 'ticket.see', {}) === null ? await colleagues(context) : [],
  };
}

function kindView({ key, version, kind }: CurrentKind, departmentId: string): Intake['items'][number] {
  return {
    key,
    version,
    name: kind.name,
    about: kind.about,
    type: kind.type,
    digit: kind.digit ?? null,
    icon: kind.icon,
    urgency: kind.urgency,
    departmentId,
    needsPlace: kind.needsPlace,
    needsCustomer: kind.needsCustomer,
    sendsWork: kind.workOrder !== undefined,
    begins: kind.stages[0]!.key,
    stages: kind.stages.map((stage) => ({ key: stage.key, name: stage.name })),
    retired: kind.retired === true,
    fields: kind.fields.map(fieldView),
    papers: papersAsked(kind),
  };
}

function fieldView(field: Kind['fields'][number]): Intake['items'][number]['fields'][number] {
  return {
    key: field.key,
    name: field.name,
    hint: field.hint ?? null,
    type: field.type,
    at: field.at,
    requiredFor: field.requiredFor ?? null,
    requiredAt: field.requiredAt ?? [],
    when: field.when ?? null,
    choices: field.choices ?? [],
  };
}

async function colleagues(context: Context) {
  const rows = await context.tx
    .selectFrom('person')
    .leftJoin('person_post', (join) =>
      join.onRef('person_post.person_id', '=', 'person.id').on('person_post.deputy_rank', 'is', null),
    )
    .leftJoin('post', 'post.id', 'person_post.post_id')
    .select(['person.id', 'person.name', 'person.on_duty', 'post.department_id'])
    .distinctOn('person.id')
    .where('person.left_at', 'is', null)
    .orderBy('person.id')
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, departmentId: row.department_id, onDuty: row.on_duty }));
}
