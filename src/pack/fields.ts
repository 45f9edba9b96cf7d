import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { isAsked, missingFields } from './asked.ts';
import type { Field, Kind } from './format.ts';

/** When fields are given or asked after. `edit` takes some of them, and null to empty one. */
export type FieldsMoment = 'open' | 'resolve' | 'close' | 'edit';

export type Fields = Record<string, string | number | boolean>;

function valueShape(field: Field): z.ZodType {
  if (field.type === 'text') return z.string().trim().min(1).max(200);
  if (field.type === 'long_text') return z.string().trim().min(1).max(10_000);
  if (field.type === 'yes_no') return z.boolean();
  if (field.type === 'number') return z.number().min(-1e12).max(1e12);
  if (field.type === 'date') return z.iso.date();
  return z.enum((field.choices ?? []).map((choice) => choice.key));
}

const shapes = new WeakMap<Kind, Map<FieldsMoment, z.ZodType>>();

function build(kind: Kind, moment: FieldsMoment): z.ZodType {
  const entries = kind.fields.map((field): [string, z.ZodType] => {
    const value = valueShape(field);
    if (moment === 'edit') return [field.key, value.nullable().optional()];
    return [field.key, value.optional()];
  });
  return z.strictObject(Object.fromEntries(entries));
}

/**
 * The strict shape of a kind's own fields: keys it does not know are refused. Built once a definition, for building costs more
 * than checking.
 */
function fieldsShape(kind: Kind, moment: FieldsMoment): z.ZodType {
  const known = shapes.get(kind) ?? new Map<FieldsMoment, z.ZodType>();
  shapes.set(kind, known);
  const shape = known.get(moment) ?? build(kind, moment);
  known.set(moment, shape);
  return shape;
}

/**
 * Why fields do not fit: `field.unknown`, `field.missing`, `field.not_asked` or `field.unfit`, with the field's key; null if
 * they do.
 */
export function whyNotFields(kind: Kind, fields: unknown, moment: FieldsMoment): Refusal | null {
  const read = fieldsShape(kind, moment).safeParse(fields);
  if (read.success) return moment === 'edit' ? null : whyNotTogether(kind, fields as Fields, moment);
  const issue = read.error.issues[0]!;
  if (issue.code === 'unrecognized_keys') return refusal('field.unknown', { field: issue.keys[0]! });
  if (issue.path.length === 0) return refusal('field.unfit', { field: '' });
  const field = String(issue.path[0]);
  const given = typeof fields === 'object' && fields !== null ? (fields as Fields)[field] : undefined;
  return refusal(given === undefined || given === '' ? 'field.missing' : 'field.unfit', { field });
}

/** Fields that fit one by one may still lack one, or hold one that is asked only where another says so. */
function whyNotTogether(kind: Kind, fields: Fields, by: 'open' | 'resolve' | 'close'): Refusal | null {
  const beside = kind.fields.find(
    (field) => fields[field.key] !== undefined && !isAsked(kind.fields, field.key, fields),
  );
  if (beside) return refusal('field.not_asked', { field: beside.key });
  const passing = by === 'open' ? { by, to: kind.stages[0]!.key } : { by };
  const [missing] = missingFields(kind.fields, fields, passing);
  return missing ? refusal('field.missing', { field: missing.key }) : null;
}

/** Fields after an edit: null empties. The edit must have been found fit. */
export function editFields(before: Fields, edit: Record<string, unknown>): Fields {
  const after: Record<string, unknown> = { ...before, ...edit };
  return Object.fromEntries(
    Object.entries(after).filter(([, value]) => value !== null && value !== undefined),
  ) as Fields;
}

/** What a ticket takes along when it becomes another kind: whatever has the same name and still fits; the rest, to be kept as a note. */
export function carryOver(to: Kind, fields: Fields): { carried: Fields; left: Fields } {
  const carried: Fields = {};
  const left: Fields = {};
  for (const [key, value] of Object.entries(fields)) {
    const field = to.fields.find((one) => one.key === key);
    if (field && valueShape(field).safeParse(value).success) carried[key] = value;
    else left[key] = value;
  }
  return { carried, left };
}
