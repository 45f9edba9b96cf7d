import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { spanOfDay } from '../../matter/periods.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { SendIn } from '../exchange/send-in.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { t } from '../../words/words.ts';
import type { Board, Column } from './day.ts';
import { aboutItems } from './day.ts';
import styles from './day-plan.module.css';
import { GiveForm } from './give-form.tsx';
import { ItemCard } from './item-card.tsx';
import { DayTabs } from './tabs.tsx';

/** The day board of the assistants (ASGN-07): what each is to do, what is done, what was checked with which remark. */
export function DayBoard() {
  const today = dayOf(nowMs());
  const [day, setDay] = useState(today);
  const [giving, setGiving] = useState(false);
  const query = day === today ? {} : { day };
  const read = useRead<Board>('day-board', { about: [...aboutItems, 'ticket'], query, keep: true });
  const { data } = read;
  return (
    <Page
      title={t('frame.day_plan')}
      actions={
        <>
          <TakeOut list="work-items" name={t('day.tab_board')} query={spanOfDay(day)} />
          <SendIn list="work-items" name={t('imports.list_work-items')} />
          {data?.can['give'] === null ? (
            <ActionButton label={t('day.give')} icon={IconPlus} hotkey="N" onRun={() => setGiving(true)} />
          ) : null}
        </>
      }
    >
      <div className={styles['page']}>
        <DayTabs tab="board" />
        <TextInput
          type="date"
          label={t('day.day')}
          className={styles['day'] ?? ''}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value || today)}
        />
        {read.isPending ? <LoadingLines count={10} /> : null}
        {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
        {data?.people.length === 0 ? <EmptyState title={t('day.none')}>{t('day.none_why')}</EmptyState> : null}
        {data?.people.map((column) => (
          <PersonDay key={column.person.id} column={column} people={data.people} />
        ))}
      </div>
      <Dialog opened={giving} close={() => setGiving(false)} title={t('day.give')}>
        <GiveForm people={data?.people ?? []} planId={null} done={() => setGiving(false)} />
      </Dialog>
    </Page>
  );
}

function PersonDay({ column, people }: { column: Column; people: Board['people'] }) {
  const { planned, done, checked, late, openTickets } = column;
  const counts = t('day.counts', { planned, done, checked });
  const more = [late > 0 ? t('day.n_late', { count: late }) : '', t('day.open_tickets', { count: openTickets })];
  return (
    <Section title={column.person.name} aside={[counts, ...more].filter(Boolean).join(' · ')}>
      {column.items.length === 0 ? <p className="dim">{t('day.nothing')}</p> : null}
      <ul className={styles['items']}>
        {column.items.map((item) => (
          <li key={item.id}>
            <ItemCard item={item} people={people} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
