/** What is asked for on the way of a ticket, and when: one rule for the server, the intake form and the ticket's forms. */

export type Passage = { stage: string; on: 'enter' | 'leave' };

export type AskedField = {
  key: string;
  requiredFor?: string | null | undefined;
  when?: { field: string; is: string | boolean } | null | undefined;
  requiredAt?: readonly Passage[] | undefined;
};

type Values = Readonly<Record<string, unknown>>;

/** An act that some fields may not be empty for: opening, resolving or closing, and the stages it leaves and enters. */
export type Passing = { by?: 'open' | 'resolve' | 'close'; from?: string; to?: string };

/** What is due by each act: what opening needs, resolving needs too. */
const DUE = { open: ['open'], resolve: ['open', 'resolve'], close: ['open', 'resolve', 'close'] } as const;

/** Whether a field is asked at all: where it depends on another, only once that one is asked and holds the value named. */
export function isAsked(fields: readonly AskedField[], key: string, values: Values): boolean {
  const seen = new Set<string>();
  for (let field = fields.find((one) => one.key === key); field && !seen.has(field.key);) {
    seen.add(field.key);
    const { when } = field;
    if (!when) return true;
    if (values[when.field] !== when.is) return false;
    field = fields.find((one) => one.key === when.field);
  }
  return false;
}

/** Whether what hangs on a field is asked for: always, or once that field is asked and holds the value named. */
export function isWanted(
  fields: readonly AskedField[],
  when: { field: string; is: string | boolean } | null | undefined,
  values: Values,
): boolean {
  return !when || (values[when.field] === when.is && isAsked(fields, when.field, values));
}

/** Whether a field may not be empty for an act; of one that is not asked nothing is needed. */
export function isNeeded(field: AskedField, { by, from, to }: Passing): boolean {
  const due: readonly string[] = by ? DUE[by] : [];
  if (field.requiredFor && due.includes(field.requiredFor)) return true;
  return (field.requiredAt ?? []).some(({ stage, on }) => stage === (on === 'enter' ? to : from));
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The fields that stand in the way of an act: asked, needed for it and empty; in the order of the kind. */
export function missingFields<Field extends AskedField>(
  fields: readonly Field[],
  values: Values,
  passing: Passing,
): Field[] {
  return fields.filter(
    (field) => isNeeded(field, passing) && isEmpty(values[field.key]) && isAsked(fields, field.key, values),
  );
}
