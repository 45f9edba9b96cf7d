import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { api } from '../../../server/api.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { WhoGoes } from '../../../matter/send-fields.tsx';
import { SlotPicker } from '../../../matter/slot-picker.tsx';
import { windowOf } from '../../../matter/slots.ts';
import type { PlainKey } from '../../../words/words.ts';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { WorkOrder } from '../view.ts';
import type { ActProps } from './act.ts';
import { windowProblem } from './send-work.tsx';

export type OrderProps = ActProps & { order: WorkOrder };

/** Done: what was found, what was done about it, how long it took, who signed. */
export function Finish({ ticket, order, done }: OrderProps) {
  const initial = { findings: '', measures: '', minutes: 30 as number | string, signedBy: '' };
  return (
    <ActForm
      ticket={ticket}
      name={`finish-${order.id}`}
      initial={initial}
      submit={t('ticket.order_finish')}
      check={(values) => ({
        findings: needed(values.findings),
        measures: needed(values.measures),
        minutes: typeof values.minutes === 'number' ? null : needed(null),
      })}
      send={({ signedBy, ...values }, options) =>
        api.post(`work-orders/${order.id}/finish`, { ...values, ...(signedBy.trim() ? { signedBy } : {}) }, options)
      }
      done={done}
    >
      {(form) => (
        <>
          <Textarea
            label={t('ticket.findings')}
            autosize
            minRows={2}
            required
            data-autofocus
            {...form.getInputProps('findings')}
          />
          <Textarea label={t('ticket.measures')} autosize minRows={2} required {...form.getInputProps('measures')} />
          <NumberInput label={t('ticket.minutes')} min={0} max={10_000} required {...form.getInputProps('minutes')} />
          <TextInput label={t('ticket.signer')} {...form.getInputProps('signedBy')} />
        </>
      )}
    </ActForm>
  );
}

/** Nobody opened; the second appointment may be made at once. */
export function NoAccess({ ticket, order, done }: OrderProps) {
  const initial = { note: '', fromAt: null as string | null, untilAt: null as string | null };
  return (
    <ActForm
      ticket={ticket}
      name={`no-access-${order.id}`}
      initial={initial}
      submit={t('ticket.order_no_access')}
      check={(values) => ({ note: needed(values.note), next: windowProblem(values.fromAt, values.untilAt) })}
      send={({ note, ...window }, options) => {
        const next = windowOf(window);
        return api.post(`work-orders/${order.id}/no-access`, { note, ...(next ? { next } : {}) }, options);
      }}
      done={done}
    >
      {(form) => (
        <>
          <TextInput label={t('ticket.no_access_note')} required data-autofocus {...form.getInputProps('note')} />
          <SlotPicker
            personId={order.person?.id ?? null}
            orderId={order.id}
            fromAt={form.values.fromAt}
            untilAt={form.values.untilAt}
            onChange={(window) => form.setValues(window)}
            error={form.errors['next']}
          />
        </>
      )}
    </ActForm>
  );
}

/** Books when somebody comes, or moves it. */
export function Appoint({ ticket, order, done }: OrderProps) {
  const initial = {
    fromAt: order.appointment?.fromAt ?? (null as string | null),
    untilAt: order.appointment?.untilAt ?? (null as string | null),
    note: order.appointment?.note ?? '',
  };
  return (
    <ActForm
      ticket={ticket}
      name={`appoint-${order.id}`}
      initial={initial}
      submit={t('ticket.order_appoint')}
      check={(values) => ({
        window: values.fromAt ? windowProblem(values.fromAt, values.untilAt) : t('ticket.window_half'),
      })}
      send={(values, options) => api.post(`work-orders/${order.id}/appointment`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <SlotPicker
            personId={order.person?.id ?? null}
            orderId={order.id}
            fromAt={form.values.fromAt}
            untilAt={form.values.untilAt}
            onChange={(window) => form.setValues(window)}
            error={form.errors['window'] ?? form.errors['fromAt'] ?? form.errors['untilAt']}
          />
          <TextInput label={t('ticket.appointment_note')} {...form.getInputProps('note')} />
        </>
      )}
    </ActForm>
  );
}

/** Sends somebody, or somebody else. */
export function Assign({ ticket, order, done }: OrderProps) {
  const { people } = useDesk();
  return (
    <ActForm
      ticket={ticket}
      name={`assign-${order.id}`}
      initial={{ personId: order.person?.id ?? (null as string | null) }}
      submit={t('ticket.order_assign')}
      check={(values) => ({ personId: needed(values.personId) })}
      send={(values, options) => api.post(`work-orders/${order.id}/assign`, values, options)}
      done={done}
    >
      {(form) => (
        <WhoGoes
          people={people.filter((one) => one.departmentId === order.department.id)}
          value={form.values.personId}
          onChange={(personId) => form.setFieldValue('personId', personId)}
          error={form.errors['personId']}
        />
      )}
    </ActForm>
  );
}

/** No, and why: whoever is accountable has to send somebody else. */
export function RefuseOrder(props: OrderProps) {
  return <WithReason {...props} path="refuse" submit="ticket.order_refuse" />;
}

/** Takes the order back, and why. */
export function CancelOrder(props: OrderProps) {
  return <WithReason {...props} path="cancel" submit="ticket.order_cancel" />;
}

function WithReason({ ticket, order, done, path, submit }: OrderProps & { path: string; submit: PlainKey }) {
  return (
    <ActForm
      ticket={ticket}
      name={`${path}-${order.id}`}
      initial={{ reason: '' }}
      submit={t(submit)}
      check={(values) => ({ reason: needed(values.reason) })}
      send={(values, options) => api.post(`work-orders/${order.id}/${path}`, values, options)}
      done={done}
    >
      {(form) => <TextInput label={t('ticket.reason')} required data-autofocus {...form.getInputProps('reason')} />}
    </ActForm>
  );
}
