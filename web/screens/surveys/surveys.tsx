import { IconListDetails } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { z } from 'zod';
import { SURVEY_STATES } from '../../../src/survey/survey.ts';
import type { questionnairesOut } from '../../../src/survey/view.ts';
import { periods, periodWords as spanWords } from '../../matter/periods.ts';
import { pageItems, usePages, useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { surveysQuery } from './search.ts';
import type { SurveyLine } from './survey-words.ts';
import { periodWords, rateWords, stateWords } from './survey-words.ts';

const route = getRouteApi('/inside/surveys');

/** Rounds of surveys, those of the newest period first: what is owed on each, and how many answered. */
export function Surveys() {
  const navigate = useNavigate();
  const query = surveysQuery(route.useSearch());
  const pages = usePages<SurveyLine>('surveys', { about: ['survey_round', 'commitment'], query });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(), []);
  return (
    <Page
      title={t('surveys.title')}
      shape="fill"
      actions={
        <ActionButton
          label={t('surveys.questionnaires')}
          icon={IconListDetails}
          onRun={() => void navigate({ to: '/surveys/questionnaires' })}
        />
      }
    >
      <List
        name="surveys"
        label={t('surveys.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => void navigate({ to: '/surveys/$id', params: { id: row.id } })}
        filters={
          <FiltersAndTakeOut list="surveys" name={t('surveys.title')} query={query}>
            <Filters />
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('surveys.none')}>{t('surveys.none_why')}</EmptyState>}
      />
    </Page>
  );
}

const columns = (): Column<SurveyLine>[] => [
  {
    key: 'name',
    label: t('surveys.questionnaire'),
    width: 'minmax(11rem, 2fr)',
    always: true,
    cell: (row) => <span className="subject">{said(row.questionnaire.name)}</span>,
  },
  { key: 'period', label: t('surveys.period'), width: 'minmax(7rem, 1fr)', always: true, cell: periodWords },
  { key: 'state', label: t('surveys.state'), width: 'minmax(7rem, 1fr)', cell: (row) => stateWords(row.state) },
  { key: 'rate', label: t('surveys.rate'), width: 'minmax(8rem, 1fr)', cell: (row) => rateWords(row.rate) },
  {
    key: 'due',
    label: t('surveys.next_due'),
    width: '8rem',
    cell: (row) => (row.nextDueAt ? <When at={row.nextDueAt} /> : null),
  },
  {
    key: 'statistician',
    label: t('surveys.statistician'),
    width: 'minmax(6rem, 0.8fr)',
    cell: (row) => row.statistician?.name,
  },
];

function PhoneRow(row: SurveyLine) {
  return (
    <TwoLines
      subject={said(row.questionnaire.name)}
      beside={<span className="dim">{stateWords(row.state)}</span>}
      facts={[periodWords(row), row.rate.of > 0 ? rateWords(row.rate) : null, row.statistician?.name ?? null]}
    />
  );
}

function Filters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data } = useRead<z.output<typeof questionnairesOut>>('questionnaires', { about: ['kind'] });
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  return (
    <FilterSentence
      subject={t('surveys.title')}
      filters={[
        filter(
          'state',
          t('surveys.state'),
          SURVEY_STATES.map((value) => ({ value, label: stateWords(value) })),
        ),
        filter(
          'questionnaire',
          t('surveys.questionnaire'),
          (data?.items ?? []).map(({ key, name }) => ({ value: key, label: said(name) })),
        ),
        filter(
          'period',
          t('period.filter'),
          periods.map((value) => ({ value, label: spanWords(value) })),
        ),
      ]}
    />
  );
}
