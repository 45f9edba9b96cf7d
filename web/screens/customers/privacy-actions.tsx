import { IconFileExport, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { saveText } from '../../ui/save-file.ts';
import type { CustomerAnswer } from './customers.ts';
import { HoldCustomer } from './hold.tsx';

/** What is handed out to a customer about himself, and what is held back from being erased. */
export function PrivacyActions({ customer }: { customer: CustomerAnswer }) {
  const [holding, setHolding] = useState(false);
  const hand = useWrite<void, { content: unknown }>({
    send: (_, options) => api.post<{ content: unknown }>(`customers/${customer.id}/export`, {}, options),
    done: ({ content }) => saveText(`${customer.id}.json`, 'application/json', JSON.stringify(content, null, 2)),
  });
  return (
    <>
      <ActionButton
        label={t('privacy.export')}
        icon={IconFileExport}
        kind="quiet"
        can={customer.can}
        action="export"
        busy={hand.busy}
        onRun={() => void hand.run()}
      />
      <ActionButton
        label={t('privacy.hold')}
        icon={IconLock}
        kind="quiet"
        can={customer.can}
        action="hold"
        onRun={() => setHolding(true)}
      />
      <HoldCustomer customer={customer} opened={holding} close={() => setHolding(false)} />
    </>
  );
}
