import { getRouteApi, useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import type { answerOut } from '../../../src/survey/view.ts';
import { usePages, useRead } from '../../server/queries.ts';
import { Go } from '../../ui/go.tsx';
import { Pages } from '../../ui/list/pages.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import type { Survey } from './survey-words.ts';
import { CHANGED, departmentWords, periodWords, problemWords, questionWords } from './survey-words.ts';

type Answer = z.output<typeof answerOut>;
const route = getRouteApi('/inside/surveys/$id/answers');

/** The answers behind one figure of a round. */
export function SurveyAnswers() {
  const { id } = useParams({ from: '/inside/surveys/$id/answers' });
  const search = route.useSearch();
  const query = { survey: id, ...search };
  const { data: survey } = useRead<Survey>(`surveys/${id}`, { about: CHANGED });
  const pages = usePages<Answer>('survey-answers', { about: CHANGED, query });
  const title = survey ? `${said(survey.questionnaire.name)} · ${periodWords(survey)}` : t('surveys.answers');
  return (
    <Page title={title} aside={survey ? narrowedWords(survey, search) : null}>
      <p>
        <Go to={`/surveys/${id}`} search={{ view: 'results' }}>
          {t('surveys.back_to_results')}
        </Go>
      </p>
      <FiltersAndTakeOut list="survey-answers" name={t('surveys.answers')} query={query}>
        <span>{t('surveys.answers')}</span>
      </FiltersAndTakeOut>
      <Pages read={pages} none={<EmptyState title={t('surveys.no_answers')}>{t('surveys.no_answers_why')}</EmptyState>}>
        {(rows) => <Lines rows={rows} />}
      </Pages>
    </Page>
  );
}

function narrowedWords(
  survey: Survey,
  { question, choice, department, low }: ReturnType<typeof route.useSearch>,
): string | null {
  if (question && (choice || low)) return problemWords(survey.definition, choice ? `${question}:${choice}` : question);
  if (question) return questionWords(survey.definition, question);
  return department ? departmentWords(survey, department) : null;
}

function Lines({ rows }: { rows: readonly Answer[] }) {
  return (
    <Table
      label={t('surveys.answers')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'customer',
          label: t('surveys.receiver'),
          cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
        },
        { key: 'place', label: t('surveys.place'), cell: (row) => row.place },
        { key: 'question', label: t('surveys.question'), cell: (row) => said(row.asked) },
        {
          key: 'answer',
          label: t('surveys.answer'),
          cell: (row) => row.text ?? (row.choice ? said(row.choice) : t('surveys.score_of', { n: row.score ?? 0 })),
        },
        { key: 'way', label: t('surveys.way'), cell: (row) => t(`surveys.way_${row.way}`) },
        { key: 'at', label: t('surveys.when'), cell: (row) => absolute(row.at) },
        { key: 'by', label: t('surveys.typed_by'), cell: (row) => row.by?.name },
      ]}
    />
  );
}
