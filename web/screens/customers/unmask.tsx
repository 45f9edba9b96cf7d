import { useState } from 'react';
import type { z } from 'zod';
import type { unmaskedOut } from '../../../src/customer/view.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { CustomerAnswer } from './customers.ts';

type Answer = z.output<typeof unmaskedOut>;

/** Shows masked numbers whole, for a reason that is kept; gone again with the page. */
export function Unmask({ customer }: { customer: CustomerAnswer }) {
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<Answer['phones'] | null>(null);
  const show = useWrite<string, Answer>({
    send: (given, options) => api.post<Answer>(`customers/${customer.id}/unmask`, { reason: given }, options),
    done: ({ phones }) => {
      setShown(phones);
      setAsking(false);
    },
  });
  if (shown)
    return (
      <p role="status">
        {shown.map(({ number }) => (
          <a key={number} href={`tel:${number}`}>
            {number}
          </a>
        ))}
      </p>
    );
  return (
    <div>
      <ActionButton label={t('privacy.unmask')} can={customer.can} action="unmask" onRun={() => setAsking(true)} />
      <AskWhy
        opened={asking}
        close={() => setAsking(false)}
        title={t('privacy.unmask_title', { name: customer.name })}
        act={t('privacy.unmask')}
        label={t('privacy.unmask_reason')}
        busy={show.busy}
        run={(reason) => void show.run(reason)}
      >
        <p>{t('privacy.unmask_why')}</p>
      </AskWhy>
    </div>
  );
}
