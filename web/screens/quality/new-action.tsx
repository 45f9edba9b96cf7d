import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { CAUSE_SORTS, IMPROVEMENT_SORTS } from '../../../src/improvement/improvement.ts';
import type { CauseSort, ImprovementSort } from '../../../src/improvement/improvement.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useSession } from '../../session/session.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { DepartmentSelect } from '../notices/department-select.tsx';
import { causeWords, sortWords } from './improvements.ts';
import type { MeasureValues } from './measure-fields.tsx';
import { emptyMeasure, inDays, MeasureFields, measureProblem, measuresBody, PersonSelect } from './measure-fields.tsx';
import type { ActionFrom } from './search.ts';

type Values = {
  sort: ImprovementSort;
  departmentId: string;
  title: string;
  causeSort: CauseSort;
  cause: string;
  measures: MeasureValues[];
  checkById: string;
  checkAt: string | null;
};

/** A corrective or preventive action notice: from a repetition, from a visit or ticket, or from nothing but what somebody saw. */
export function NewAction() {
  const from = useSearch({ strict: false }) as ActionFrom;
  const navigate = useNavigate();
  const { person } = useSession();
  const [id] = useState(() => newId<'improvement'>(nowMs()));
  const draft = useDraftForm<Values, { id: string }>({
    subject: draftOf(from),
    initial: {
      sort: 'both',
      departmentId: from.department ?? '',
      title: '',
      causeSort: 'method',
      cause: '',
      measures: [emptyMeasure],
      checkById: person.id,
      checkAt: null,
    },
    check: problemsOf,
    send: (values, options) => api.post('improvements', bodyOf(id, values, from), options),
    changes: () => ['improvement', 'commitment', 'notification'],
    done: (made) => {
      say(t('improvement.opened_done'));
      void navigate({ to: '/quality/actions/$id' as string, params: { id: made.id } as never });
    },
  });
  const { form } = draft;
  return (
    <Page title={t('improvement.new')}>
      {from.pattern ? <Notice tone="run">{t('improvement.from_pattern')}</Notice> : null}
      <FormFrame draft={draft} submit={t('improvement.issue')}>
        <Section title={t('improvement.what')}>
          <Choices
            label={t('improvement.sort')}
            options={IMPROVEMENT_SORTS.map((value) => ({ value, label: sortWords(value) }))}
            value={form.values.sort}
            onChange={(sort) => form.setFieldValue('sort', sort ?? 'both')}
          />
          <DepartmentSelect {...form.getInputProps('departmentId')} />
          <TextInput label={t('improvement.title')} required maxLength={200} {...form.getInputProps('title')} />
          <NativeSelect
            label={t('improvement.cause_sort')}
            data={CAUSE_SORTS.map((value) => ({ value, label: causeWords(value) }))}
            {...form.getInputProps('causeSort')}
          />
          <Textarea label={t('improvement.cause')} required autosize minRows={3} {...form.getInputProps('cause')} />
        </Section>
        <Section title={t('improvement.measures')}>
          <MeasureFields
            measures={form.values.measures}
            change={(measures) => form.setFieldValue('measures', measures)}
            error={form.errors['measures']}
          />
        </Section>
        <Section title={t('improvement.check')}>
          <PersonSelect label={t('improvement.check_by')} {...form.getInputProps('checkById')} />
          <MomentField
            label={t('improvement.check_at')}
            required
            value={form.values.checkAt}
            onChange={(at) => form.setFieldValue('checkAt', at)}
            error={form.errors['checkAt']}
            quick={inDays(14, 30, 60)}
          />
        </Section>
      </FormFrame>
    </Page>
  );
}

/** One draft for each thing an action is opened from. */
function draftOf({ pattern, visit, ticket }: ActionFrom): string {
  const about = (pattern ?? visit ?? ticket ?? 'by-hand').replaceAll(/[^A-Za-z0-9_-]/g, '-');
  return `improvement/new/${about.slice(0, 80)}`;
}

function problemsOf(values: Values) {
  return {
    departmentId: values.departmentId ? null : t('improvement.department_needed'),
    title: values.title.trim() ? null : t('improvement.title_needed'),
    cause: values.cause.trim() ? null : t('improvement.cause_needed'),
    measures: measureProblem(values.measures),
    checkById: values.checkById ? null : t('improvement.check_needed'),
    checkAt: values.checkAt ? null : t('improvement.check_needed'),
  };
}

function bodyOf(id: string, values: Values, { pattern, visit, ticket }: ActionFrom) {
  const sources = [
    ...(visit ? [{ type: 'return_visit', id: visit }] : []),
    ...(ticket ? [{ type: 'ticket', id: ticket }] : []),
  ];
  return { id, ...values, measures: measuresBody(values.measures), sources, ...(pattern ? { pattern } : {}) };
}
