import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import type { dailyRecordPageOut } from '../../../src/daily-record/view.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Facts, Notice } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { dayWords, stateOfDay } from './days.tsx';
import { AddLine, HandOver } from './forms.tsx';
import { Part } from './part.tsx';

export type DayPage = z.output<typeof dailyRecordPageOut>;

/** One day's problems by department: drawn up by itself, completed by hand, handed over, acknowledged. */
export function Day() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<DayPage>(`daily-records/${id}`, { about: [`daily_record/${id}`, 'ticket', 'clock'] });
  const { data } = read;
  usePrintable();
  return (
    <Page
      title={data ? dayWords(data) : t('daily.title')}
      aside={data ? stateOfDay(data) : null}
      actions={<ActionButton label={t('daily.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />}
    >
      {read.isPending ? <LoadingLines count={16} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts key={data.id} day={data} /> : null}
    </Page>
  );
}

function Parts({ day }: { day: DayPage }) {
  return (
    <>
      <Facts
        lines={[
          {
            label: t('daily.span'),
            value: t('daily.from_until', { from: absolute(day.from), until: absolute(day.until) }),
          },
          { label: t('daily.owner'), value: day.owner?.name },
          { label: t('daily.due'), value: day.dueAt ? absolute(day.dueAt) : null },
          { label: t('daily.handed_by'), value: day.handedBy?.name },
          { label: t('daily.remark'), value: day.remark },
        ]}
      />
      {day.more ? <Notice tone="soon">{t('daily.more')}</Notice> : null}
      {day.departments.length === 0 ? <Notice tone="run">{t('daily.nothing')}</Notice> : null}
      {day.departments.map((part) => (
        <Part key={part.department.id} day={day} part={part} />
      ))}
      {day.can['write'] === null ? <AddLine day={day} /> : null}
      {day.handedAt === null ? <HandOver day={day} /> : null}
    </>
  );
}
