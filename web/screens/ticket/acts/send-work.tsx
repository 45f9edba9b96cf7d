import { api } from '../../../server/api.ts';
import type { Sending } from '../../../matter/send-fields.tsx';
import { nobodySent, SendFields } from '../../../matter/send-fields.tsx';
import { windowOf } from '../../../matter/slots.ts';
import { ms } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';

/** Sends a department, a person or an outside firm, with a window in which somebody comes. */
export function SendWork({ ticket, done }: ActProps) {
  const usual = [ticket.title, ticket.place?.code].filter(Boolean).join(' · ');
  const initial: Sending = { ...nobodySent, departmentId: ticket.department?.id ?? null };
  return (
    <ActForm
      ticket={ticket}
      name="work-order"
      initial={initial}
      submit={t('ticket.send')}
      check={(values) => ({
        departmentId: needed(values.departmentId),
        appointment: windowProblem(values.fromAt, values.untilAt),
      })}
      send={({ departmentId, personId, task, ...ends }, options) => {
        const appointment = windowOf(ends);
        return api.post(
          `tickets/${ticket.id}/work-orders`,
          {
            departmentId,
            task: task.trim() || usual,
            ...(personId ? { personId } : {}),
            ...(appointment ? { appointment } : {}),
          },
          options,
        );
      }}
      done={done}
    >
      {(form) => (
        <SendFields
          value={form.values}
          usualTask={usual}
          onChange={(change) => form.setValues(change)}
          errorOf={(field) => form.errors[field]}
        />
      )}
    </ActForm>
  );
}

/** A window has two ends, the later one last; none at all is fine too. */
export function windowProblem(fromAt: string | null, untilAt: string | null): string | null {
  if (fromAt === null && untilAt === null) return null;
  return fromAt && untilAt && ms(untilAt) > ms(fromAt) ? null : t('ticket.window_half');
}
