import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Instant } from '../../../src/kernel/time.ts';
import { api } from '../../api.ts';
import { newId } from '../../ids.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../writes.ts';
import type { CustomerAnswer } from './customers.ts';

/** For a dispute or a court: nothing of a customer is erased while it holds. */
export function HoldCustomer(props: { customer: CustomerAnswer; opened: boolean; close: () => void }) {
  const { customer, opened, close } = props;
  const [why, setWhy] = useState('');
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
    <AskFirst
      opened={opened}
      close={close}
      title={t('privacy.hold_title', { name: customer.name })}
      act={t('privacy.hold')}
      danger={false}
      busy={hold.busy}
      refused={why.trim() ? null : t('security.why_needed')}
      run={() => void hold.run({ why: why.trim(), until })}
    >
      <p>{t('privacy.hold_why')}</p>
      <TextInput
        label={t('privacy.hold_needed')}
        required
        maxLength={200}
        data-autofocus
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <MomentField label={t('privacy.hold_until')} value={until} onChange={setUntil} quick={[]} />
    </AskFirst>
  );
}
