import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import { DUE_STATES, MEETING_STATES } from '../../../src/meeting/meeting.ts';
import type { duesOut, MeetingDue, MeetingLine } from '../../../src/meeting/view.ts';
import { stretchWords } from '../../matter/stretch.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { CallButton } from './meeting-form.tsx';
import { useAsked } from './filters.tsx';
import { optionsOf, useMeetingSorts } from './house.ts';
import { queryOf } from './queries.ts';
import { dueState, meetingState } from './words.ts';

const route = getRouteApi('/inside/papers');

/** Meetings one was invited to, or may call: the newest first. */
export function Meetings() {
  const navigate = useNavigate();
  const query = queryOf.meetings(route.useSearch());
  const pages = usePages<MeetingLine>('meetings', { about: ['meeting', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const sorts = useMeetingSorts();
  const { period, state, person, filter } = useAsked();
  return (
    <List
      name="meetings"
      label={t('papers.list_meetings')}
      rows={rows}
      rowId={(row) => row.id}
      columns={meetingColumns()}
      phoneRow={MeetingRow}
      open={(row) => void navigate({ to: `/papers/meetings/${row.id}` as never })}
      filters={
        <FiltersAndTakeOut list="meetings" name={t('papers.list_meetings')} query={query}>
          <FilterSentence
            subject={t('papers.list_meetings')}
            filters={[
              period(),
              filter('sort', t('papers.sort'), optionsOf(sorts)),
              state(MEETING_STATES, (one) => t(`papers.meeting_${one}`)),
              person(t('papers.invited')),
            ]}
          />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={
        <EmptyState title={t('papers.no_meetings')} action={<CallButton />}>
          {t('papers.no_meetings_why')}
        </EmptyState>
      }
    />
  );
}

const meetingColumns = (): Column<MeetingLine>[] => [
  { key: 'at', label: t('papers.starts'), width: '8rem', always: true, cell: (row) => <When at={row.startsAt} /> },
  { key: 'title', label: t('papers.about'), width: 'minmax(10rem, 2fr)', always: true, cell: (row) => row.title },
  { key: 'sort', label: t('papers.sort'), width: 'minmax(7rem, 1fr)', cell: (row) => said(row.sort.name) },
  { key: 'state', label: t('papers.state'), width: 'minmax(6rem, 0.8fr)', cell: meetingState },
  { key: 'chair', label: t('papers.chair'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.chair.name },
  { key: 'came', label: t('papers.came'), width: '6rem', cell: cameWords },
  { key: 'open', label: t('papers.open_items'), width: '6rem', cell: (row) => row.openItems || null },
];

const cameWords = (row: MeetingLine): string => t('papers.of_invited', { came: row.came, invited: row.invited });

function MeetingRow(row: MeetingLine) {
  const facts = [said(row.sort.name), meetingState(row), row.chair.name];
  return <TwoLines subject={row.title} beside={<When at={row.startsAt} className="dim" />} facts={facts} />;
}

/** The regular meetings owed, period by period: held, missed, or to come. */
export function Dues() {
  const navigate = useNavigate();
  const query = queryOf.dues(route.useSearch());
  const pages = usePages<MeetingDue, z.output<typeof duesOut>>('meeting-dues', {
    about: ['meeting', 'meeting_due', 'clock'],
    query,
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const sorts = useMeetingSorts();
  const { period, state, filter } = useAsked();
  const first = pages.data?.pages[0];
  const open = ({ meeting }: MeetingDue) => {
    if (meeting) void navigate({ to: `/papers/meetings/${meeting.id}` as never });
  };
  return (
    <List
      name="meeting-dues"
      label={t('papers.list_dues')}
      rows={rows}
      rowId={(row) => row.id}
      columns={dueColumns()}
      phoneRow={DueRow}
      open={open}
      filters={
        <FiltersAndTakeOut list="meeting-dues" name={t('papers.list_dues')} query={query}>
          <FilterSentence
            subject={first ? t('papers.kept_of', { kept: first.kept, of: first.of }) : t('papers.list_dues')}
            filters={[
              period(),
              filter('sort', t('papers.sort'), optionsOf(sorts)),
              state(DUE_STATES, (one) => t(`papers.due_${one}`)),
            ]}
          />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('papers.no_dues')}>{t('papers.no_dues_why')}</EmptyState>}
    />
  );
}

const dueColumns = (): Column<MeetingDue>[] => [
  {
    key: 'sort',
    label: t('papers.sort'),
    width: 'minmax(10rem, 1fr)',
    always: true,
    cell: (row) => said(row.sort.name),
  },
  {
    key: 'period',
    label: t('papers.period'),
    width: 'minmax(8rem, 1fr)',
    always: true,
    cell: (row) => stretchWords(row.every, row.begins),
  },
  { key: 'state', label: t('papers.state'), width: 'minmax(6rem, 0.8fr)', always: true, cell: dueState },
  { key: 'post', label: t('papers.owed_by'), width: 'minmax(8rem, 1fr)', cell: (row) => said(row.post.name) },
  { key: 'until', label: t('papers.before'), width: '8rem', cell: (row) => <When at={row.until} /> },
  { key: 'meeting', label: t('papers.meeting'), width: 'minmax(8rem, 1.5fr)', cell: (row) => row.meeting?.title },
];

function DueRow(row: MeetingDue) {
  const facts = [stretchWords(row.every, row.begins), dueState(row), said(row.post.name)];
  return <TwoLines subject={said(row.sort.name)} beside={<When at={row.until} className="dim" />} facts={facts} />;
}
