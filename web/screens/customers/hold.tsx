import { useState } from 'react';
import type { Instant } from '../../../src/kernel/time.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { AskWhy } from '../../ui/ask-why.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { CustomerAnswer } from './customers.ts';

/** For a dispute or a court: nothing of a customer is erased while it holds. */
export function HoldCustomer(props: { customer: CustomerAnswer; opened: boolean; close: () => void }) {
  const { customer, opened, close } = props;
  const [until, setUntil] = useState<Instant | null>(null);
  const hold = useWrite<{ why: string; until: Instant | null }>({
    send: (given, options) => {
      const body = { id: newId<'legal_hold'>(nowMs()), type: 'customer', subjectId: customer.id, ...given };
      return api.post('legal-holds', body, options);
    },
    changes: () => ['customer', `customer/${customer.id}`, 'organisation'],
    done: () => {
      say(t('privacy.hold_done'));
      close();
    },
  });
  return (
    <AskWhy
      opened={opened}
      close={close}
      title={t('privacy.hold_title', { name: customer.name })}
      act={t('privacy.hold')}
      label={t('privacy.hold_needed')}
      busy={hold.busy}
      run={(why) => void hold.run({ why, until })}
    >
      <p>{t('privacy.hold_why')}</p>
      <MomentField label={t('privacy.hold_until')} value={until} onChange={setUntil} quick={[]} />
    </AskWhy>
  );
}
