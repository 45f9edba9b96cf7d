import { api } from '../../../api.ts';
import type { Sending } from '../../../matter/send-fields.tsx';
import { nobodySent, SendFields } from '../../../matter/send-fields.tsx';
import { ms } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
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
        departmentId: values.departmentId ? null : t('ticket.needed'),
        appointment: windowProblem(values.fromAt, values.untilAt),
      })}
      send={({ departmentId, personId, task, fromAt, untilAt }, options) =>
        api.post(
          `tickets/${ticket.id}/work-orders`,
          {
            departmentId,
            task: task.trim() || usual,
            ...(personId ? { personId } : {}),
            ...(fromAt && untilAt ? { appointment: { fromAt, untilAt } } : {}),
          },
          options,
        )
      }
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
