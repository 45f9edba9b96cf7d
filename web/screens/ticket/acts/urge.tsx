import { Textarea } from '@mantine/core';
import { api } from '../../../server/api.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { isEnded } from '../../../../src/work-order/work-order.ts';
import type { ActProps } from './act.ts';

const whole = 'ticket';

/** Urges whoever has it, or whoever was sent: recorded, and it reaches somebody. */
export function Urge({ ticket, done }: ActProps) {
  const orders = ticket.workOrders.filter((order) => !isEnded(order));
  const initial = {
    whom: orders[0]?.id ?? whole,
    onBehalfOf: 'customer' as 'customer' | 'centre',
    words: '',
  };
  return (
    <ActForm
      ticket={ticket}
      name="urge"
      initial={initial}
      submit={t('ticket.urge')}
      send={({ whom, ...values }, options) =>
        api.post(
          `tickets/${ticket.id}/urgings`,
          { ...values, ...(whom === whole ? {} : { workOrderId: whom }) },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <Choices
            label={t('ticket.urge_whom')}
            options={[
              ...orders.map((order) => ({
                value: order.id,
                label: order.person?.name ?? said(order.department.name),
              })),
              { value: whole, label: ticket.owner.name },
            ]}
            value={form.values.whom}
            onChange={(whom) => whom && form.setFieldValue('whom', whom)}
          />
          <Choices
            label={t('ticket.urge_for')}
            options={[
              { value: 'customer', label: t('ticket.urge_customer') },
              { value: 'centre', label: t('ticket.urge_centre') },
            ]}
            value={form.values.onBehalfOf}
            onChange={(onBehalfOf) => onBehalfOf && form.setFieldValue('onBehalfOf', onBehalfOf)}
          />
          <Textarea label={t('ticket.urge_words')} autosize minRows={1} maxRows={6} {...form.getInputProps('words')} />
        </>
      )}
    </ActForm>
  );
}
