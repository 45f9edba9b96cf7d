import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { listWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { HoursForm } from './hours-form.tsx';
import { HoursTable } from './hours-table.tsx';
import type { Covered, Rota as Data } from './rota-data.ts';
import { dayWords, spanWords } from './rota-data.ts';
import styles from './rota.module.css';

/** Who answers the telephone and who answers online in the days ahead, every gap before it comes, and the hours that say so. */
export function Rota() {
  const read = useRead<Data>('rota', {
    about: ['rota_hours', 'rota_gap', 'person', 'post', 'calendar', 'channel', 'duty'],
  });
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Page
      title={t('rota.title')}
      actions={
        <>
          <Go to="/telephone">{t('rota.to_telephone')}</Go>
          {read.data ? (
            <ActionButton
              label={t('rota.add')}
              icon={IconPlus}
              kind="primary"
              can={read.data.can}
              action="plan"
              onRun={() => setAdding(true)}
            />
          ) : null}
        </>
      }
    >
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Shown rota={read.data} /> : null}
      <Dialog opened={adding} close={close} title={t('rota.add')}>
        {read.data ? <HoursForm people={read.data.people} today={read.data.days[0]!.day} done={close} /> : null}
      </Dialog>
    </Page>
  );
}

function Shown({ rota }: { rota: Data }) {
  const { days, planned, hours, can } = rota;
  const gaps = days.flatMap(({ day, telephone, online }) => [
    ...gapsOf('telephone', day, telephone),
    ...gapsOf('online', day, online),
  ]);
  return (
    <div className={styles['rota']}>
      {gaps.length === 0 ? <Notice tone="run">{t('rota.calm')}</Notice> : null}
      {gaps.map(({ key, words }) => (
        <Notice key={key} tone="late">
          {words}
        </Notice>
      ))}
      <Section title={t('rota.ahead')}>
        <Table
          label={t('rota.ahead')}
          rows={days}
          rowId={({ day }) => day}
          columns={[
            { key: 'day', label: t('rota.day'), cell: ({ day }) => dayWords(day) },
            {
              key: 'open',
              label: t('rota.hours_open'),
              cell: ({ open }) => (open.length === 0 ? t('rota.closed') : listWords(open.map(spanWords))),
            },
            ...(['telephone', 'online'] as const).map((channel) => ({
              key: channel,
              label: t(`rota.${channel}`),
              cell: (row: Data['days'][number]) => <Cell covered={row[channel]} isOpen={row.open.length > 0} />,
            })),
          ]}
        />
      </Section>
      <Section title={t('rota.hours')}>
        {hours.length === 0 ? (
          <EmptyState title={t('rota.hours_none')}>{t('rota.hours_none_why')}</EmptyState>
        ) : (
          <HoursTable hours={hours} plan={can['plan']} />
        )}
        {hours.length > 0 && planned.length < 2 ? (
          <p className="dim">
            {t(planned.includes('telephone') ? 'rota.online' : 'rota.telephone')}: {t('rota.all_desk')}
          </p>
        ) : null}
      </Section>
    </div>
  );
}

function gapsOf(channel: 'telephone' | 'online', day: string, covered: Covered | null) {
  if (!covered || covered.gaps.length === 0) return [];
  const spans = listWords(covered.gaps.map(spanWords));
  return [{ key: channel + day, words: t(`rota.gap_${channel}`, { day: dayWords(day), spans }) }];
}

function Cell({ covered, isOpen }: { covered: Covered | null; isOpen: boolean }) {
  if (covered === null) return <span className="dim">{t('rota.no_channel')}</span>;
  if (!isOpen && covered.there.length === 0) return '–';
  const lines = [
    ...covered.there.map((one) => ({
      key: one.from + one.person.id,
      gap: false,
      words: `${spanWords(one)} ${one.person.name}`,
    })),
    ...covered.gaps.map((one) => ({ key: one.from, gap: true, words: t('rota.gap_cell', { span: spanWords(one) }) })),
  ].toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return (
    <ul className={styles['cell']}>
      {lines.map(({ key, gap, words }) => (
        <li key={key} className={gap ? styles['gap'] : undefined}>
          {words}
        </li>
      ))}
    </ul>
  );
}
