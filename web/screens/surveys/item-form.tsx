import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { Procedure } from '../../../src/survey/survey.ts';
import { partsOfProblem, PROCEDURES } from '../../../src/survey/survey.ts';
import { useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import type { Topic } from '../../server/queries.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import type { MeasureValues } from '../quality/measure-fields.tsx';
import {
  emptyMeasure,
  inDays,
  MeasureFields,
  measureProblem,
  measuresBody,
  PersonSelect,
} from '../quality/measure-fields.tsx';
import { causeWords } from '../quality/improvements.ts';
import { CAUSE_SORTS } from '../../../src/improvement/improvement.ts';
import { BranchSelect } from './cause-forms.tsx';
import type { Survey } from './survey-words.ts';
import { CHANGED, problemWords } from './survey-words.ts';

type Values = {
  procedure: Procedure;
  departmentId: string | null;
  text: string;
  way: string;
  branch: string;
  causeSort: string;
  measures: MeasureValues[];
  checkById: string;
  checkAt: string | null;
};

const CHANGES: readonly Topic[] = [...CHANGED, 'rectification', 'finding', 'improvement'];
type FormProps = { survey: Survey; problem: string; close: () => void };

/** Under which of the four procedures, and what that one asks. */
export function ItemForm({ survey, problem, close }: FormProps) {
  const judged = survey.definition.questions.find(({ key }) => key === partsOfProblem(problem).question)?.department;
  const department = survey.departments.find((one) => one.key === judged)?.department.id ?? null;
  const opened = new Set(survey.items.filter((one) => one.problem === problem).map((one) => one.procedure));
  const left = PROCEDURES.filter((one) => !opened.has(one));
  const draft = useDraftForm<Values>({
    subject: `survey/${survey.id}/item/${problem}`,
    initial: {
      procedure: left[0] ?? 'inspection',
      departmentId: department,
      text: '',
      way: 'to_department',
      branch: 'people',
      causeSort: 'people',
      measures: [emptyMeasure],
      checkById: '',
      checkAt: null,
    },
    check: problemsOf,
    send: (values, options) =>
      api.post(
        `surveys/${survey.id}/items`,
        bodyOf(values, problem, problemWords(survey.definition, problem)),
        options,
      ),
    changes: () => CHANGES,
    done: () => {
      say(t('surveys.item_opened'));
      close();
    },
  });
  if (left.length === 0) return <p>{t('surveys.all_opened')}</p>;
  return <Fields draft={draft} left={left} />;
}

function problemsOf({ procedure, departmentId, text, measures, checkAt, checkById }: Values) {
  const capa = procedure === 'capa';
  return {
    text: text.trim() ? null : t('surveys.text_needed'),
    departmentId: procedure === 'statistics' || departmentId ? null : t('surveys.department_needed'),
    measures: capa ? measureProblem(measures) : null,
    checkAt: capa && !checkAt ? t('surveys.day_needed') : null,
    checkById: capa && !checkById ? t('surveys.person_needed') : null,
  };
}

function bodyOf(values: Values, problem: string, title: string): object {
  const { procedure, departmentId, text, way, branch, causeSort, measures, checkById, checkAt } = values;
  const common = { procedure, problem };
  if (procedure === 'statistics') return { ...common, branch, text };
  if (procedure === 'inspection') return { ...common, departmentId, text, way };
  if (procedure === 'nonconformity') return { ...common, departmentId, text };
  const plan = { measures: measuresBody(measures), checkAt, checkById };
  return { ...common, departmentId, sort: 'corrective', title, causeSort, cause: text, ...plan };
}

function Fields({ draft, left }: { draft: ReturnType<typeof useDraftForm<Values>>; left: readonly Procedure[] }) {
  const { form } = draft;
  const { departments } = useDesk();
  const { procedure } = form.values;
  const texts = {
    inspection: 'what_found',
    nonconformity: 'what_to_mend',
    capa: 'cause',
    statistics: 'first_cause',
  } as const;
  return (
    <FormFrame draft={draft} submit={t('surveys.open_item')}>
      <NativeSelect
        label={t('surveys.procedure')}
        data={left.map((value) => ({ value, label: t(`surveys.procedure_${value}`) }))}
        {...form.getInputProps('procedure')}
      />
      {procedure === 'statistics' ? (
        <BranchSelect {...form.getInputProps('branch')} />
      ) : (
        <Select
          label={t('surveys.department')}
          required
          data={departments.map(({ id, name }) => ({ value: id, label: said(name) }))}
          {...form.getInputProps('departmentId')}
        />
      )}
      {procedure === 'inspection' ? (
        <NativeSelect
          label={t('surveys.which_way')}
          data={(['to_department', 'reported_up', 'corrected_on_the_spot'] as const).map((value) => ({
            value,
            label: t(`surveys.finding_${value}`),
          }))}
          {...form.getInputProps('way')}
        />
      ) : null}
      {procedure === 'capa' ? (
        <NativeSelect
          label={t('surveys.branch')}
          data={CAUSE_SORTS.map((value) => ({ value, label: causeWords(value) }))}
          {...form.getInputProps('causeSort')}
        />
      ) : null}
      {procedure === 'statistics' ? (
        <TextInput label={t(`surveys.${texts[procedure]}`)} required maxLength={200} {...form.getInputProps('text')} />
      ) : (
        <Textarea
          label={t(`surveys.${texts[procedure]}`)}
          required
          autosize
          minRows={2}
          {...form.getInputProps('text')}
        />
      )}
      {procedure === 'capa' ? <Action form={form} /> : null}
    </FormFrame>
  );
}

function Action({ form }: { form: ReturnType<typeof useDraftForm<Values>>['form'] }) {
  return (
    <>
      <MeasureFields
        measures={form.values.measures}
        change={(measures) => form.setFieldValue('measures', measures)}
        error={form.errors['measures']}
      />
      <PersonSelect
        label={t('improvement.check_by')}
        value={form.values.checkById}
        onChange={(id) => form.setFieldValue('checkById', id)}
        error={form.errors['checkById']}
      />
      <MomentField
        label={t('improvement.check_at')}
        required
        value={form.values.checkAt}
        onChange={(at) => form.setFieldValue('checkAt', at)}
        error={form.errors['checkAt']}
        quick={inDays(14, 30, 60)}
      />
    </>
  );
}
