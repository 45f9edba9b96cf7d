import { Section } from '../../ui/section.tsx';
import { ShareBar, Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { kinds, kindWords } from '../customers/customers.ts';
import { Behind } from './behind.tsx';
import type { Survey } from './survey-words.ts';
import { departmentWords, meanWords, questionWords, rateWords } from './survey-words.ts';

export function ByQuestion({ survey }: { survey: Survey }) {
  const { results, definition } = survey;
  const what = (key: string) => questionWords(definition, key);
  return (
    <Section title={t('surveys.by_question')}>
      <Table
        label={t('surveys.by_question')}
        rows={results.questions}
        rowId={(row) => row.key}
        columns={[
          { key: 'question', label: t('surveys.question'), cell: (row) => what(row.key) },
          {
            key: 'mean',
            label: t('surveys.mean'),
            number: true,
            cell: (row) => (row.scores.length > 0 ? meanWords(row) : null),
          },
          {
            key: 'n',
            label: t('surveys.answers'),
            number: true,
            cell: (row) => {
              const n = row.n + row.texts + row.choices.reduce((sum, one) => sum + one.n, 0);
              return <Behind survey={survey} search={{ question: row.key }} n={n} what={what(row.key)} />;
            },
          },
          {
            key: 'spread',
            label: t('surveys.spread'),
            cell: (row) =>
              row.scores.length > 0
                ? row.scores.map((n, at) => `${at + 1}: ${n}`).join(' · ')
                : row.choices
                    .filter(({ n }) => n > 0)
                    .map(({ key, n }) => `${choiceWords(survey, row.key, key)} ${n}`)
                    .join(' · '),
          },
        ]}
      />
    </Section>
  );
}

function choiceWords({ definition }: Survey, question: string, choice: string): string {
  const asked = definition.questions.find((one) => one.key === question);
  const found = asked?.choices?.find((one) => one.key === choice);
  return found ? said(found.name) : choice;
}

export function ByDepartment({ survey }: { survey: Survey }) {
  const rows = survey.results.departments;
  return (
    <Section title={t('surveys.by_department')}>
      <Table
        label={t('surveys.by_department')}
        rows={rows}
        rowId={(row) => row.key ?? 'house'}
        columns={[
          { key: 'name', label: t('surveys.department'), cell: (row) => departmentWords(survey, row.key) },
          {
            key: 'mean',
            label: t('surveys.mean'),
            cell: (row) => (
              <>
                {meanWords(row)} <ShareBar n={row.mean ?? 0} of={5} tone="plain" />
              </>
            ),
          },
          {
            key: 'n',
            label: t('surveys.answers'),
            number: true,
            cell: (row) =>
              row.key === null ? (
                numberWords(row.n)
              ) : (
                <Behind
                  survey={survey}
                  search={{ department: row.key }}
                  n={row.n}
                  what={departmentWords(survey, row.key)}
                />
              ),
          },
        ]}
      />
    </Section>
  );
}

export function ByType({ survey }: { survey: Survey }) {
  const wordsOf = (key: string) => {
    const kind = kinds.find((one) => one === key);
    return kind ? kindWords(kind) : t('surveys.vip');
  };
  return (
    <Section title={t('surveys.by_type')}>
      <Table
        label={t('surveys.by_type')}
        rows={survey.results.types}
        rowId={(row) => row.key}
        columns={[
          { key: 'type', label: t('surveys.type'), cell: (row) => wordsOf(row.key) },
          { key: 'rate', label: t('surveys.rate'), cell: (row) => rateWords({ n: row.answered, of: row.handedOut }) },
          { key: 'mean', label: t('surveys.mean'), number: true, cell: meanWords },
          {
            key: 'n',
            label: t('surveys.answers'),
            number: true,
            cell: (row) => <Behind survey={survey} search={{ type: row.key }} n={row.n} what={wordsOf(row.key)} />,
          },
        ]}
      />
    </Section>
  );
}
