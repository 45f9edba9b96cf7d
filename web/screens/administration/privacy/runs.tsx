import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { runsOut } from '../../../../src/privacy/runs.ts';
import { api } from '../../../server/api.ts';
import { apiUrl } from '../../../server/base.ts';
import { PeriodFilter } from '../../../matter/period-filter.tsx';
import type { Period } from '../../../matter/periods.ts';
import { spanOf } from '../../../matter/periods.ts';
import { pageItems, usePages } from '../../../server/queries.ts';
import { useSession } from '../../../session/session.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { printSlip, Slip } from '../../../ui/print.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { absolute, dateOf, listWords, numberWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../administration.module.css';

type Run = z.output<typeof runsOut>['items'][number];

/** The report of what went, night by night: numbers and periods, never what it was. */
export function Runs() {
  const [period, setPeriod] = useState<Period>();
  const span = useMemo(() => spanOf(period), [period]);
  const found = usePages<Run>('retention/runs', { about: ['organisation'], query: span });
  const rows = useMemo(() => pageItems(found.data), [found.data]);
  const stop = useWrite<string>({
    send: (id, options) => api.post(`retention/runs/${id}/cancel`, {}, options),
    changes: () => ['organisation'],
  });
  return (
    <Section title={t('privacy.report')} actions={rows.length > 0 ? <Out rows={rows} span={span} /> : null}>
      <PeriodFilter subject={t('privacy.report')} period={period} set={setPeriod} />
      {found.data && rows.length === 0 ? <p className="dim">{t('privacy.no_runs')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={t('privacy.report')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            { key: 'night', label: t('privacy.night_of'), cell: (row) => <When at={row.startedAt} /> },
            { key: 'went', label: t('privacy.report'), cell: wentWords },
            { key: 'state', label: t('privacy.state'), cell: stateWords },
            {
              key: 'stop',
              label: t('privacy.stop'),
              cell: (row) =>
                row.endedAt || row.cancelledAt ? null : (
                  <ActionButton
                    label={t('privacy.stop')}
                    kind="danger"
                    can={row.can}
                    action="cancel"
                    onRun={() => void stop.run(row.id)}
                  />
                ),
            },
          ]}
        />
      ) : null}
      {found.hasNextPage ? (
        <div>
          <ActionButton label={t('security.more')} onRun={() => void found.fetchNextPage()} />
        </div>
      ) : null}
    </Section>
  );
}

function Out({ rows, span }: { rows: readonly Run[]; span: Record<string, string> }) {
  const { organisation } = useSession();
  const lines = rows.map((row) => ({ label: dateOf(row.startedAt), text: wentWords(row) }));
  const print = () =>
    printSlip(<Slip organisation={organisation.name} title={t('privacy.report')} number="" lines={lines} />);
  return (
    <div className={styles['row']}>
      <ActionButton label={t('privacy.print')} onRun={print} />
      <a href={apiUrl(`retention/runs.csv?${new URLSearchParams(span)}`)} download>
        {t('privacy.save_file')}
      </a>
    </div>
  );
}

function wentWords({ gone }: Run): string {
  if (gone.length === 0) return t('privacy.nothing_went');
  return listWords(
    gone.map(({ key, n, oldest, newest }) =>
      t('privacy.went', {
        what: t(`privacy.rule_${key}`),
        n: numberWords(n),
        from: dateOf(oldest),
        to: dateOf(newest),
      }),
    ),
  );
}

function stateWords({ endedAt, cancelledBy, failed }: Run): string {
  if (cancelledBy) return t('privacy.cancelled', { who: cancelledBy });
  if (failed.length > 0) return t('privacy.failed', { what: listWords(failed.map((key) => t(`privacy.rule_${key}`))) });
  return endedAt ? `${t('privacy.through')} ${absolute(endedAt)}` : t('privacy.running');
}
