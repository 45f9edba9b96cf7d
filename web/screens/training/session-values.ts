import type { Training } from '../../../src/training/view.ts';
import { said, t } from '../../words/words.ts';
import type { NewSearch } from './search.ts';

export type SessionValues = {
  departmentId: string;
  subject: string;
  form: string;
  course: string;
  articleId: string;
  trainerId: string;
  outsideTrainer: string;
  place: string;
  fromAt: string | null;
  untilAt: string | null;
  people: string[];
};

/** The courses that are trained in a form. */
export const coursesOf = ({ rules }: Training, form: string) =>
  (rules?.courses ?? []).filter((course) => course.form === form);

type Begun = Pick<SessionValues, 'subject' | 'form' | 'course' | 'articleId'>;

const BLANK: Begun = { subject: '', form: '', course: '', articleId: '' };
const EMPTY = { trainerId: '', outsideTrainer: '', place: '', fromAt: null, untilAt: null };

/** What somebody lacks is planned for him: its course, its form, and what it is called. */
export function startWith(training: Training, search: NewSearch): SessionValues {
  const plans = training.departments.filter(({ can }) => can['plan'] === null);
  const [own] = plans;
  const plan = plans.find(({ id }) => id === search.department) ?? own;
  return {
    ...EMPTY,
    ...begunWith(training, search),
    departmentId: plan?.id ?? '',
    people: search.person ? [search.person] : [],
  };
}

function begunWith({ rules, processes }: Training, { course, process }: NewSearch): Begun {
  const wanted = rules?.courses.find(({ key }) => key === course);
  if (wanted) return { subject: said(wanted.name), form: wanted.form, course: wanted.key, articleId: '' };
  const [first] = rules?.forms ?? [];
  const blank = { ...BLANK, form: first?.key ?? '' };
  const trained = processes.find(({ id }) => id === process);
  if (!trained) return blank;
  const form = rules?.forms.find(({ key }) => key === 'process') ?? first;
  return { ...blank, form: form?.key ?? '', subject: said(trained.name), articleId: trained.id };
}

export function problemsOf({ rules }: Training, values: SessionValues): Partial<Record<string, string | null>> {
  const coached = rules?.forms.find(({ key }) => key === values.form)?.coached ?? false;
  const { subject, place, fromAt, untilAt, people, trainerId, outsideTrainer } = values;
  return {
    subject: subject.trim() ? null : t('training.subject_needed'),
    place: place.trim() ? null : t('training.place_needed'),
    fromAt: fromAt ? null : t('training.when_needed'),
    untilAt: untilAt && (fromAt === null || untilAt > fromAt) ? null : t('training.until_needed'),
    people: people.length > 0 ? null : t('training.people_needed'),
    trainerId: coached && !trainerId ? t('training.coach_needed') : null,
    outsideTrainer: coached || trainerId || outsideTrainer.trim() ? null : t('training.trainer_needed'),
  };
}

/** What was left empty is left out. */
export function bodyOf({ course, articleId, trainerId, outsideTrainer, ...values }: SessionValues) {
  return {
    ...values,
    ...(course ? { course } : {}),
    ...(articleId ? { articleId } : {}),
    ...(trainerId ? { trainerId } : { outsideTrainer }),
  };
}
