import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { findingLineOut } from '../../../src/round/view-findings.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { absolute, spoken } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { usePlans } from './plan.ts';
import { partName, wayWords } from './round-words.ts';
import { answers, findingsQueryOf, ways } from './search.ts';

const route = getRouteApi('/inside/rounds');
type FindingLine = z.output<typeof findingLineOut>;

/** Everything found out of order on rounds, what was done about it, and what the department answered; the newest first. */
export function RoundFindings() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const query = findingsQueryOf(search);
  const pages = usePages<FindingLine>('round-findings', { about: ['round', 'ticket', 'clock'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <List
      name="round-findings"
      label={t('patrols.subject')}
      rows={rows}
      rowId={(row) => `${row.roundId}/${row.line}`}
      columns={shown}
      phoneRow={PhoneRow}
      open={({ followUp, roundId }) =>
        void (followUp
          ? navigate({ to: '/tickets/$id', params: { id: followUp.id } })
          : navigate({ to: '/rounds/$roundId', params: { roundId } }))
      }
      filters={
        <FiltersAndTakeOut list="round-findings" name={t('patrols.subject')} query={query}>
          <FindingFilters />
        </FiltersAndTakeOut>
      }
      state={pagesState(pages)}
      empty={<EmptyState title={t('patrols.no_findings')}>{t('patrols.no_findings_why')}</EmptyState>}
    />
  );
}

function whereOf({ plan, area, point, place }: FindingLine): string {
  return [said(plan.name), place?.code ?? '', partName({ area, name: point })].filter((one) => one !== '').join(' · ');
}

function doneOf(row: FindingLine): string {
  return row.way === null ? t('patrols.way_follow_up') : wayWords(row);
}

function answerOf({ answer }: FindingLine): string {
  if (answer === null) return '';
  const department = answer.department ? said(answer.department.name) : '';
  const { became, words, dueAt, isLate } = answer;
  if (became !== null)
    return t('patrols.answered', { department, became: t(`proposals.became_${became}`), words: words ?? '' });
  const when = dueAt ? absolute(dueAt) : '';
  return isLate ? t('patrols.answer_late', { department, when }) : t('patrols.answer_waiting', { department, when });
}

function columns(): Column<FindingLine>[] {
  return [
    { key: 'at', label: t('patrols.found_at'), width: '8rem', always: true, cell: (row) => <When at={row.at} /> },
    {
      key: 'finding',
      label: t('patrols.finding'),
      width: 'minmax(10rem, 2fr)',
      always: true,
      cell: (row) => <span className="subject">{row.note}</span>,
    },
    { key: 'point', label: t('patrols.point'), width: 'minmax(9rem, 1.5fr)', cell: whereOf },
    { key: 'way', label: t('patrols.way'), width: 'minmax(9rem, 1.5fr)', cell: doneOf },
    { key: 'answer', label: t('patrols.answer'), width: 'minmax(9rem, 1.5fr)', cell: answerOf },
    { key: 'by', label: t('patrols.found_by'), width: 'minmax(5rem, 0.7fr)', cell: (row) => row.by.name },
  ];
}

function PhoneRow(row: FindingLine) {
  return <TwoLines subject={row.note} beside={doneOf(row)} facts={[spoken(row.at), whereOf(row), answerOf(row)]} />;
}

function FindingFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people, departments } = useDesk();
  const plans = usePlans();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const names = peopleOptions(people);
  return (
    <FilterSentence
      subject={t('patrols.subject')}
      filters={[
        filter('period', t('period.filter'), periodOptions()),
        filter(
          'way',
          t('patrols.way'),
          ways.map((value) => ({ value, label: t(`patrols.way_${value}`) })),
        ),
        filter(
          'plan',
          t('rounds.checklist'),
          plans.map((one) => ({ value: one.id, label: said(one.content.name) })),
        ),
        filter(
          'answer',
          t('patrols.answer'),
          answers.map((value) => ({ value, label: t(`patrols.filter_${value}`) })),
        ),
        filter(
          'department',
          t('patrols.way_suggested'),
          departments.map(({ id, name }) => ({ value: id, label: said(name) })),
        ),
        filter('reportedTo', t('patrols.reported_to'), names, ({ label }) =>
          t('patrols.says_reported_to', { name: label }),
        ),
        filter('person', t('patrols.found_by'), names, ({ label }) => t('patrols.says_found_by', { name: label })),
      ]}
    />
  );
}
