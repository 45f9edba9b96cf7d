import type { Can } from '../../server/contract.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Table } from '../../ui/table.tsx';
import { t } from '../../words/words.ts';
import type { Hours } from './rota-data.ts';
import { daysWords, dayWords } from './rota-data.ts';

/** What is planned: every week first, then what is for one date. */
export function HoursTable({ hours, plan }: { hours: readonly Hours[]; plan: Can[string] | undefined }) {
  const end = useWrite<string>({
    send: (id, options) => api.post(`rota/hours/${id}/end`, {}, options),
    changes: () => ['rota_hours', 'rota_gap'],
  });
  return (
    <Table
      label={t('rota.hours')}
      rows={hours}
      rowId={({ id }) => id}
      columns={[
        { key: 'person', label: t('rota.person'), cell: ({ person }) => person.name },
        { key: 'channel', label: t('rota.channel'), cell: ({ channel }) => t(`rota.${channel}`) },
        { key: 'when', label: t('rota.when'), cell: ({ days, day }) => (days ? daysWords(days) : dayWords(day!)) },
        { key: 'hours', label: t('rota.hours'), cell: ({ from, to }) => `${from}–${to}` },
        ...(plan === null
          ? [
              {
                key: 'acts',
                label: t('rota.remove'),
                acts: true as const,
                cell: ({ id }: Hours) => (
                  <ActionButton label={t('rota.remove')} kind="quiet" busy={end.busy} onRun={() => void end.run(id)} />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
