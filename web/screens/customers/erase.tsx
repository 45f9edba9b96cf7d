import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { CustomerAnswer } from './customers.ts';

const reasons = ['asked_by_customer', 'kept_long_enough', 'entered_by_mistake', 'other'] as const;

/** Erasing cannot be taken back, so it says what goes, what stays, and asks why. */
export function EraseCustomer(props: { customer: CustomerAnswer; opened: boolean; close: () => void }) {
  const { customer, opened, close } = props;
  const [reason, setReason] = useState('');
  const erase = useWrite({
    send: (_: void, options) =>
      api.post(`customers/${customer.id}/erase`, { version: customer.version, reason }, options),
    changes: () => ['customer', `customer/${customer.id}`],
    done: () => {
      say(t('customers.erase_done'));
      close();
    },
  });
  return (
    <AskFirst
      opened={opened}
      close={close}
      title={t('customers.erase_title', { name: customer.name })}
      act={t('customers.erase_act')}
      busy={erase.busy}
      refused={reason ? null : t('customers.erase_reason_needed')}
      run={() => void erase.run()}
    >
      <p>{t('customers.erase_why')}</p>
      <NativeSelect
        label={t('customers.erase_reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={[
          { value: '', label: t('customers.choose') },
          ...reasons.map((one) => ({ value: one, label: t(`customers.erase_${one}`) })),
        ]}
      />
    </AskFirst>
  );
}
