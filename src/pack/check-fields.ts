import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Known } from './check-names.ts';
import { whyNotAgainst } from './check-names.ts';
import type { Field, Kind } from './format.ts';

/** Whether a field can hold a value that something waits for. */
export function holds(kind: Kind, { field, is }: { field: string; is: string | boolean }): boolean {
  const other = kind.fields.find((one) => one.key === field);
  if (other?.type === 'yes_no') return typeof is === 'boolean';
  return other?.type === 'choice' && (other.choices ?? []).some((choice) => choice.key === is);
}

/** A field asked only where another says so: that one is there, asked by then, and can hold the value; none waits for itself. */
function whyNotWhen(kind: Kind, field: Field, path: string): Refusal[] {
  const { when } = field;
  if (!when) return [];
  const other = kind.fields.find((one) => one.key === when.field);
  if (!other) return [refusal('pack.name_dangling', { path: `${path}.when`, name: when.field })];
  return [
    ...(holds(kind, when) ? [] : [refusal('pack.when_never', { path: `${path}.when`, name: other.key })]),
    ...(other.at === 'ticket' && field.at === 'intake'
      ? [refusal('pack.when_too_late', { path: `${path}.when` })]
      : []),
    ...(waitsForItself(kind, field) ? [refusal('pack.when_circle', { path: `${path}.when` })] : []),
  ];
}

function waitsForItself(kind: Kind, field: Field): boolean {
  const seen = new Set<string>();
  for (let one: Field | undefined = field; one?.when;) {
    if (seen.has(one.key)) return one.key === field.key;
    seen.add(one.key);
    const next: string = one.when.field;
    one = kind.fields.find((other) => other.key === next);
  }
  return false;
}

/** The stages a field is needed for are there; the first is entered by opening, when only what intake asks is known. */
function whyNotRequiredAt(kind: Kind, field: Field, path: string): Refusal[] {
  return (field.requiredAt ?? []).flatMap(({ stage, on }) => {
    const at = kind.stages.findIndex((one) => one.key === stage);
    if (at < 0) return [refusal('pack.name_dangling', { path: `${path}.requiredAt`, name: stage })];
    return at === 0 && on === 'enter' && field.at !== 'intake'
      ? [refusal('pack.asked_too_late', { path: `${path}.requiredAt` })]
      : [];
  });
}

export function whyNotFieldsOf(kind: Kind): Refusal[] {
  const keys = kind.fields.map((field) => field.key);
  return kind.fields.flatMap((field, at) => {
    const path = `fields.${field.key}`;
    const choices = field.choices?.map((choice) => choice.key) ?? [];
    return [
      ...(keys.indexOf(field.key) === at ? [] : [refusal('pack.key_twice', { path, name: field.key })]),
      ...(new Set(choices).size === choices.length
        ? []
        : [refusal('pack.key_twice', { path: `${path}.choices`, name: field.key })]),
      ...((field.type === 'choice') === choices.length > 1 ? [] : [refusal('pack.choices_misplaced', { path })]),
      ...(field.requiredFor === 'open' && field.at !== 'intake' ? [refusal('pack.asked_too_late', { path })] : []),
      ...whyNotWhen(kind, field, path),
      ...whyNotRequiredAt(kind, field, path),
    ];
  });
}

/** A line that may be found out of order: later than intake, in a kind that sends hands, and to a department that there is. */
export function whyNotFailed(kind: Kind, known: Known): Refusal[] {
  const fields = new Set(kind.fields.map((field) => field.key));
  return kind.fields.flatMap((field) => {
    const path = `fields.${field.key}.choices`;
    const failed = (field.choices ?? []).flatMap((choice) => choice.failed ?? []);
    return [
      ...(failed.length > 0 && (field.at === 'intake' || !kind.workOrder)
        ? [refusal('pack.failed_impossible', { path })]
        : []),
      ...failed.flatMap((one) => [
        ...whyNotAgainst(known.departments, one.department, path),
        ...whyNotAgainst(fields, one.saidIn, path),
      ]),
    ];
  });
}
