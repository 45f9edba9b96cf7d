import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { say } from '../../../ui/toast.ts';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../../account/account.module.css';
import own from './webhooks.module.css';
import type { DeliveryPage } from './webhooks.ts';

/** One delivery: what was sent, and what every try was answered with. */
export function DeliveryDialog({ id, close }: { id: string | null; close: () => void }) {
  const read = useRead<DeliveryPage>(`webhook-deliveries/${id}`, { about: ['webhook'], enabled: id !== null });
  const again = useWrite<void>({
    send: (_, options) => api.post(`webhook-deliveries/${id}/replay`, {}, options),
    changes: () => ['webhook'],
    done: () => {
      say(t('webhooks.sent_again', { count: 1 }));
      close();
    },
  });
  const delivery = read.data;
  return (
    <Dialog opened={id !== null} close={close} title={t('webhooks.delivery')} size="lg">
      {read.isPending ? <LoadingLines count={6} /> : null}
      {read.error ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {delivery ? (
        <div className={styles['stack']}>
          <p>{t('webhooks.body')}</p>
          <pre className={own['body']}>{JSON.stringify(delivery.body, null, 2)}</pre>
          <Table
            label={t('webhooks.tries')}
            rows={delivery.attempts}
            rowId={(row) => String(row.no)}
            columns={[
              { key: 'at', label: t('webhooks.at'), cell: (row) => <When at={row.at} /> },
              {
                key: 'status',
                label: t('webhooks.answer_code'),
                cell: (row) => row.status ?? t('webhooks.no_answer', { error: row.error ?? '–' }),
              },
              { key: 'ms', label: t('webhooks.took'), number: true, cell: (row) => `${row.milliseconds} ms` },
              { key: 'answer', label: t('webhooks.answer'), cell: (row) => row.answer },
            ]}
          />
          <div>
            <ActionButton label={t('webhooks.send_again')} busy={again.busy} onRun={() => void again.run()} />
          </div>
        </div>
      ) : null}
    </Dialog>
  );
}
