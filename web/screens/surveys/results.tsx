import { partsOfProblem } from '../../../src/survey/survey.ts';
import { Facts, Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { percentWords } from '../figures/figure-words.ts';
import { Trend } from '../figures/trend.tsx';
import { Behind } from './behind.tsx';
import { ByDepartment, ByQuestion, ByType } from './scores.tsx';
import type { AnswersSearch } from './search.ts';
import type { Survey } from './survey-words.ts';
import { meanWords, problemWords, rateWords } from './survey-words.ts';

/** What it came to: rate, scores, and the vital few; every figure leads to the answers behind it. */
export function Results({ survey }: { survey: Survey }) {
  const { results } = survey;
  if (results.states.answered === 0)
    return <EmptyState title={t('surveys.no_answers')}>{t('surveys.no_answers_why')}</EmptyState>;
  return (
    <>
      <Section title={t('surveys.view_results')}>
        <Facts
          lines={[
            { label: t('surveys.rate'), value: rateWords(results.rate) },
            { label: t('surveys.not_returned'), value: numberWords(results.states.not_returned) },
            { label: t('surveys.overall'), value: `${meanWords(results.overall)} / 5` },
          ]}
        />
        <p className="dim">{t('surveys.how_counted')}</p>
      </Section>
      <Problems survey={survey} />
      <ByQuestion survey={survey} />
      <ByDepartment survey={survey} />
      <ByType survey={survey} />
    </>
  );
}

const searchOf = (problem: string): AnswersSearch => {
  const { question, choice } = partsOfProblem(problem);
  return choice === null ? { question, low: 'true' } : { question, choice };
};

/** Problems the answers name, the most frequent first, the vital few marked (Pareto). */
function Problems({ survey }: { survey: Survey }) {
  const { problems } = survey.results;
  const title = t('surveys.problems');
  const nameOf = (key: string) => problemWords(survey.definition, key);
  if (problems.length === 0)
    return (
      <Section title={title}>
        <p className="dim">{t('surveys.no_problems')}</p>
      </Section>
    );
  return (
    <Section title={title}>
      <Trend
        label={t('figures.chart_of', { what: title })}
        kind="bar"
        points={problems.map((one) => ({
          name: nameOf(one.key),
          value: one.n,
          ...(one.vital ? { mark: t('figures.vital') } : {}),
        }))}
        words={(value) => (value === null ? '–' : value < 1 && value > 0 ? percentWords(value) : numberWords(value))}
        cumulated={problems.map((one) => one.cumulated)}
      />
      <Table
        label={title}
        rows={problems}
        rowId={(row) => row.key}
        columns={[
          { key: 'name', label: t('surveys.problem'), cell: (row) => nameOf(row.key) },
          {
            key: 'n',
            label: t('surveys.answers'),
            number: true,
            cell: (row) => <Behind survey={survey} search={searchOf(row.key)} n={row.n} what={nameOf(row.key)} />,
          },
          { key: 'share', label: t('figures.share'), number: true, cell: (row) => percentWords(row.share) },
          { key: 'sum', label: t('figures.cumulated'), number: true, cell: (row) => percentWords(row.cumulated) },
          {
            key: 'vital',
            label: t('figures.vital_few'),
            cell: (row) => (row.vital ? <strong>◆ {t('figures.vital')}</strong> : null),
          },
        ]}
      />
    </Section>
  );
}
