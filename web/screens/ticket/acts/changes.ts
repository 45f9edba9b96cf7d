import type { z } from 'zod';
import type { changeTicketInput } from '../../../../src/ticket/inputs.ts';
import type { Known } from './edit.tsx';

type Change = z.input<typeof changeTicketInput>;

/** Only what is different: what nobody touched may have been changed by somebody else. */
export function changesOf(before: Known, now: Known): Change {
  const change: Change = {};
  if (now.title !== before.title) change.title = now.title;
  if (now.need !== before.need) change.need = now.need;
  if (now.urgency !== before.urgency) change.urgency = now.urgency;
  if (now.severity && now.severity !== before.severity)
    change.severity = now.severity as NonNullable<Change['severity']>;
  if (now.departmentId && now.departmentId !== before.departmentId) change.departmentId = now.departmentId;
  if (now.customer?.id !== before.customer?.id) change.customerId = now.customer?.id ?? null;
  if (now.place?.id !== before.place?.id) change.placeId = now.place?.id ?? null;
  if (now.callerName !== before.callerName) change.callerName = now.callerName;
  if (now.callerPhone !== before.callerPhone) change.callerPhone = now.callerPhone;
  if (now.reasonable && !before.reasonable) change.judged = 'reasonable';
  const fields = Object.entries(now.fields).filter(
    ([key, value]) => (value === '' ? null : value) !== before.fields[key],
  );
  if (fields.length > 0)
    change.fields = Object.fromEntries(fields.map(([key, value]) => [key, value === '' ? null : value]));
  return change;
}
