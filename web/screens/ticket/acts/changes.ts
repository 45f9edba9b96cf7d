import type { z } from 'zod';
import type { AskedField } from '../../../../src/pack/asked.ts';
import { isAsked } from '../../../../src/pack/asked.ts';
import type { changeTicketInput } from '../../../../src/ticket/inputs.ts';
import type { Known } from './edit.tsx';

type Change = Omit<z.input<typeof changeTicketInput>, 'version'>;

function wordsChanged(before: Known, now: Known): Change {
  const change: Change = {};
  if (now.title !== before.title) change.title = now.title;
  if (now.need !== before.need) change.need = now.need;
  if (now.callerName !== before.callerName) change.callerName = now.callerName;
  if (now.callerPhone !== before.callerPhone) change.callerPhone = now.callerPhone;
  return change;
}

function linksChanged(before: Known, now: Known): Change {
  const change: Change = {};
  if (now.customer?.id !== before.customer?.id) change.customerId = now.customer?.id ?? null;
  if (now.place?.id !== before.place?.id) change.placeId = now.place?.id ?? null;
  return change;
}

function fieldsChanged(before: Known, now: Known, fields: readonly AskedField[]): Change {
  const changed = Object.entries(now.fields)
    .map(([key, value]) => [key, value === '' ? null : value] as const)
    .filter(([key, value]) => value !== before.fields[key] && (value === null || isAsked(fields, key, now.fields)));
  return changed.length > 0 ? { fields: Object.fromEntries(changed) } : {};
}

/** Only what is different: what nobody touched may have been changed by somebody else. */
export function changesOf(before: Known, now: Known, fields: readonly AskedField[]): Change {
  const change: Change = {
    ...wordsChanged(before, now),
    ...linksChanged(before, now),
    ...fieldsChanged(before, now, fields),
  };
  if (now.urgency !== before.urgency) change.urgency = now.urgency;
  if (now.severity && now.severity !== before.severity)
    change.severity = now.severity as NonNullable<Change['severity']>;
  if (now.departmentId && now.departmentId !== before.departmentId) change.departmentId = now.departmentId;
  if (now.reasonable && !before.reasonable) change.judged = 'reasonable';
  return change;
}
