import { Slip } from '../../ui/print.tsx';
import { absolute, absoluteDay, listWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { percentWords } from '../figures/figure-words.ts';
import { measureWords } from './cause-words.ts';
import { happenedWords } from './history-words.ts';
import type { Survey } from './survey-words.ts';
import { departmentWords, meanWords, periodWords, problemWords, questionWords, rateWords } from './survey-words.ts';
import styles from './surveys.module.css';

type SheetProps = { survey: Survey; organisation: string };

/** The questionnaire as it is handed out on paper. */
export function BlankSheet({ survey, organisation }: SheetProps) {
  const { definition } = survey;
  return (
    <Slip
      organisation={organisation}
      title={said(definition.name)}
      number={periodWords(survey)}
      lines={[
        { label: t('surveys.receiver'), text: '' },
        { label: t('surveys.place'), text: '' },
      ]}
      signers={[t('surveys.receiver')]}
    >
      <p>{said(definition.intro)}</p>
      <p>{t('surveys.scale_means')}</p>
      <table className={styles['sheet']}>
        <tbody>
          {definition.questions.map((one, at) => (
            <tr key={one.key}>
              <th scope="row">
                {at + 1} · {said(one.text)}
              </th>
              <td>
                {one.sort === 'scale' ? '☐ 1  ☐ 2  ☐ 3  ☐ 4  ☐ 5' : null}
                {one.choices?.map((choice) => `☐ ${said(choice.name)}`).join('  ')}
                {one.sort === 'text' ? <br /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Slip>
  );
}

/** The whole round on paper: plan, drawing, results, causes, decisions and what happened. */
export function RoundSheet({ survey, organisation }: SheetProps) {
  const [plan] = survey.plans;
  const { results, definition } = survey;
  return (
    <Slip
      organisation={organisation}
      title={said(definition.name)}
      number={periodWords(survey)}
      lines={[
        { label: t('surveys.aim'), text: plan?.aim ?? '' },
        { label: t('surveys.issue_on'), text: plan ? absoluteDay(plan.issueOn) : '' },
        { label: t('surveys.statistician'), text: plan?.statistician.name ?? '' },
        { label: t('surveys.distributor'), text: plan?.distributor.name ?? '' },
        { label: t('surveys.collector'), text: plan?.collector.name ?? '' },
        { label: t('surveys.confirmed_by'), text: plan?.verdict === 'confirmed' ? (plan.verdictBy?.name ?? '') : '' },
        { label: t('surveys.seed'), text: survey.drawing?.seed ?? '' },
        { label: t('surveys.rate'), text: rateWords(results.rate) },
        { label: t('surveys.overall'), text: meanWords(results.overall) },
        ...survey.evaluations.map((one) => ({
          label: t('surveys.evaluation'),
          text: `${absolute(one.meetsAt)} · ${listWords(one.people.map(({ name }) => name))} · ${one.decided ?? ''}`,
        })),
        { label: t('surveys.analysis'), text: survey.submitted?.text ?? '' },
      ]}
      signers={[t('surveys.statistician'), t('surveys.confirmed_by')]}
    >
      <Results survey={survey} />
      <Lines
        title={t('surveys.causes')}
        lines={survey.causes.map(
          (one) =>
            `${problemWords(definition, one.problem)} · ${t(`surveys.branch_${one.branch}`)} · ${one.text}${one.measure ? ` → ${measureWords(one)}` : ''}`,
        )}
      />
      <Lines
        title={t('surveys.history')}
        lines={survey.history
          .toReversed()
          .map((one) => `${absolute(one.at)} · ${happenedWords(survey, one)} · ${one.by?.name ?? ''}`)}
      />
    </Slip>
  );
}

function Results({ survey }: { survey: Survey }) {
  const { results, definition } = survey;
  const rows: [string, string][] = [
    ...results.questions
      .filter((one) => one.scores.length > 0)
      .map((one): [string, string] => [questionWords(definition, one.key), `${meanWords(one)} (${one.n})`]),
    ...results.departments.map((one): [string, string] => [
      departmentWords(survey, one.key),
      `${meanWords(one)} (${one.n})`,
    ]),
    ...results.problems.map((one): [string, string] => [
      `${one.vital ? '◆ ' : ''}${problemWords(definition, one.key)}`,
      `${one.n} · ${percentWords(one.cumulated)}`,
    ]),
  ];
  return (
    <table className={styles['sheet']}>
      <tbody>
        {rows.map(([what, value], at) => (
          <tr key={at}>
            <th scope="row">{what}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
    </>
  );
}
