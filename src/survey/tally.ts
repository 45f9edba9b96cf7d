import type { Ranked } from '../report/measures/pareto.ts';
import { ranked } from '../report/measures/pareto.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { ReceiverState } from './survey.ts';
import { LOW, problemOf } from './survey.ts';

export type Receiver = { id: string; state: ReceiverState; kind: string; vip: boolean };
export type Given = {
  receiver: string;
  question: string;
  score: number | null;
  choice: string | null;
  text: string | null;
};

/** A mean of scale answers, from 1 to 5, to two decimals, with how many there are; null: none. */
export type Mean = { n: number; mean: number | null };

export type SurveyResults = {
  drawn: number;
  states: Record<ReceiverState, number>;
  /** Answered, of all to whom it was handed out. */
  rate: { n: number; of: number };
  overall: Mean;
  questions: (Mean & {
    key: string;
    /** How often each of 1 to 5; empty where it is no scale. */
    scores: number[];
    choices: { key: string; n: number }[];
    texts: number;
  })[];
  /** By department judged; null: the house as a whole. */
  departments: (Mean & { key: string | null })[];
  /** By what sort of customer answered; `vip` counts across the others. */
  types: (Mean & { key: string; handedOut: number; answered: number })[];
  /** The vital few marked. The key is what `survey.ts` calls a problem. */
  problems: Ranked<{ key: string; n: number }>[];
};

function meanOf(scores: readonly number[]): Mean {
  const sum = scores.reduce((all, one) => all + one, 0);
  return { n: scores.length, mean: scores.length === 0 ? null : Math.round((sum / scores.length) * 100) / 100 };
}

const isOut = ({ state }: Receiver): boolean => state !== 'drawn';

/** What a round came to, from its answers alone: whoever counts again by hand comes to the same. */
export function tally(
  { questions }: Pick<Questionnaire, 'questions'>,
  receivers: readonly Receiver[],
  answers: readonly Given[],
): SurveyResults {
  const scoresWhere = (is: (one: Given) => boolean) =>
    answers.flatMap((one) => (one.score !== null && is(one) ? [one.score] : []));
  const states = { drawn: 0, handed_out: 0, collected: 0, answered: 0, not_returned: 0 };
  for (const { state } of receivers) states[state] += 1;
  const judged = [...new Set(questions.filter(({ sort }) => sort === 'scale').map((one) => one.department ?? null))];
  return {
    drawn: receivers.length,
    states,
    rate: { n: states.answered, of: receivers.filter(isOut).length },
    overall: meanOf(scoresWhere(() => true)),
    questions: questions.map(({ key, sort, choices = [] }) => {
      const scores = scoresWhere(({ question }) => question === key);
      const own = answers.filter(({ question }) => question === key);
      return {
        key,
        ...meanOf(scores),
        scores: sort === 'scale' ? [1, 2, 3, 4, 5].map((n) => scores.filter((one) => one === n).length) : [],
        choices: choices.map((one) => ({ key: one.key, n: own.filter(({ choice }) => choice === one.key).length })),
        texts: own.filter(({ text }) => text !== null).length,
      };
    }),
    departments: judged.map((department) => {
      const keys = new Set(questions.filter((one) => (one.department ?? null) === department).map(({ key }) => key));
      return { key: department, ...meanOf(scoresWhere(({ question }) => keys.has(question))) };
    }),
    types: typesOf(receivers, scoresWhere),
    problems: problemsOf(questions, answers),
  };
}

function typesOf(receivers: readonly Receiver[], scoresWhere: (is: (one: Given) => boolean) => number[]) {
  const kinds = [...new Set(receivers.map(({ kind }) => kind))].sort();
  const types = [
    ...kinds.map((key) => ({ key, is: (one: Receiver) => one.kind === key })),
    { key: 'vip', is: (one: Receiver) => one.vip },
  ];
  return types.flatMap(({ key, is }) => {
    const those = receivers.filter(is);
    if (those.length === 0) return [];
    const ids = new Set(those.map(({ id }) => id));
    return {
      key,
      handedOut: those.filter(isOut).length,
      answered: those.filter(({ state }) => state === 'answered').length,
      ...meanOf(scoresWhere(({ receiver }) => ids.has(receiver))),
    };
  });
}

/** A problem is a scale answer of 1 or 2, or a choice that names one; each answer counts once. */
function problemsOf(questions: Questionnaire['questions'], answers: readonly Given[]) {
  const problems = questions.flatMap(({ key, sort, choices = [] }) => [
    ...(sort === 'scale' ? [problemOf(key, null)] : []),
    ...choices.filter(({ problem }) => problem).map((one) => problemOf(key, one.key)),
  ]);
  const named = answers.map(({ question, score, choice }) =>
    score === null ? problemOf(question, choice) : score <= LOW ? problemOf(question, null) : '',
  );
  return ranked(
    problems.map((key) => ({ key, n: named.filter((one) => one === key).length })).filter(({ n }) => n > 0),
  );
}
