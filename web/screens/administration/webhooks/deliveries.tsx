import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { usePages } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { Pages } from '../../../ui/list/pages.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { say } from '../../../ui/toast.ts';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import type { Delivery } from './webhooks.ts';
import { deliveryState, typeWords, useTypes } from './webhooks.ts';

/** What was sent to one endpoint, the newest first; one, or all since a moment, can be sent again. */
export function Deliveries({ webhookId }: { webhookId: string }) {
  const types = useTypes();
  const pages = usePages<Delivery>(`webhooks/${webhookId}/deliveries`, { about: ['webhook'] });
  const [shown, setShown] = useState<string | null>(null);
  return (
    <Section title={t('webhooks.deliveries')} actions={<SendAllAgain webhookId={webhookId} />}>
      <Pages
        read={pages}
        none={<EmptyState title={t('webhooks.nothing_sent')}>{t('webhooks.nothing_sent_why')}</EmptyState>}
      >
        {(rows) => (
          <Table
            label={t('webhooks.deliveries')}
            rows={rows}
            rowId={(row) => row.id}
            columns={[
              {
                key: 'type',
                label: t('webhooks.event'),
                cell: (row) => (
                  <ActionButton label={typeWords(types, row.type)} kind="quiet" onRun={() => setShown(row.id)} />
                ),
              },
              { key: 'at', label: t('webhooks.at'), cell: (row) => <When at={row.at} /> },
              { key: 'state', label: t('webhooks.state'), cell: (row) => deliveryState(row.state) },
              { key: 'status', label: t('webhooks.answer_code'), number: true, cell: (row) => row.status ?? '–' },
              { key: 'tries', label: t('webhooks.tries'), number: true, cell: (row) => row.tries },
            ]}
          />
        )}
      </Pages>
      <DeliveryDialog id={shown} close={() => setShown(null)} />
    </Section>
  );
}

function SendAllAgain({ webhookId }: { webhookId: string }) {
  const [asking, setAsking] = useState(false);
  const [since, setSince] = useState<string | null>(null);
  const again = useWrite<void, { count: number }>({
    send: (_, options) => api.post<{ count: number }>(`webhooks/${webhookId}/replay`, { since }, options),
    changes: () => ['webhook'],
    done: ({ count }) => {
      setAsking(false);
      say(t('webhooks.sent_again', { count }));
    },
  });
  return (
    <>
      <ActionButton label={t('webhooks.replay')} onRun={() => setAsking(true)} />
      <AskFirst
        opened={asking}
        close={() => setAsking(false)}
        title={t('webhooks.replay')}
        act={t('webhooks.replay_now')}
        danger={false}
        busy={again.busy}
        refused={since === null ? t('webhooks.since_needed') : null}
        run={() => void again.run()}
      >
        <p>{t('webhooks.replay_why')}</p>
        <MomentField label={t('webhooks.since')} value={since} onChange={setSince} quick={[]} />
      </AskFirst>
    </>
  );
}
