import { NativeSelect } from '@mantine/core';
import type { z } from 'zod';
import type { ticketOut } from '../../../src/ticket/view.ts';
import { useRead } from '../../server/queries.ts';
import { t } from '../../words/words.ts';

type OrderOfProps = { ticket: string; value: string; onChange: (order: string) => void };

/** The work order under the matter that it was for; nothing where the matter has none. */
export function OrderOf({ ticket, value, onChange }: OrderOfProps) {
  const { data } = useRead<z.output<typeof ticketOut>>(`tickets/${ticket}`, { about: [`ticket/${ticket}`] });
  const orders = data?.workOrders ?? [];
  if (orders.length === 0) return null;
  return (
    <NativeSelect
      label={t('budget.work_order')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t('budget.no_work_order') },
        ...orders.map(({ id, no, task }) => ({ value: id, label: `${no} ${task}` })),
      ]}
    />
  );
}
