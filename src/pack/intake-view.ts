import { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { wordsOut } from '../platform/http/shapes.ts';
import type { Kind } from './format.ts';
import type { CurrentKind } from './kinds.ts';
import { currentKinds } from './kinds.ts';
import { settingsOf } from './settings.ts';

const named = z.object({ key: z.string(), name: wordsOut });

export const intakeOut = z.object({
  items: z.array(
    named.extend({
      version: z.number(),
      about: wordsOut,
      type: z.string(),
      digit: z.string().nullable().describe('Its key at the front desk'),
      icon: z.string(),
      urgency: z.string(),
      departmentId: z.string().describe('Where it goes when nobody says otherwise'),
      needsPlace: z.boolean(),
      needsCustomer: z.boolean(),
      sendsWork: z.boolean().describe('Whether hands are sent'),
      fields: z.array(
        named.extend({
          hint: wordsOut.nullable(),
          type: z.string(),
          at: z.string(),
          requiredFor: z.string().nullable(),
          choices: z.array(named),
        }),
      ),
    }),
  ),
  severities: z.array(named),
  pauses: z.array(named.extend({ longest: z.string() })),
  departments: z.array(z.object({ id: z.string(), key: z.string(), name: wordsOut, outsideFirm: z.boolean() })),
  people: z.array(
    z.object({ id: z.string(), name: z.string(), departmentId: z.string().nullable(), onDuty: z.boolean() }),
  ),
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
    fields: kind.fields.map(fieldView),
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
