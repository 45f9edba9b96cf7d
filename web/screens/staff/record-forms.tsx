import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { BEARINGS } from '../../../src/personnel/record.ts';
import type { Rules } from '../../../src/personnel/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';

type Bearing = (typeof BEARINGS)[number];

const useRules = () => useRead<Rules>('staff/rules', { about: ['organisation'] }).data?.personnel;

const needed = (text: string): string | null => (text.trim() ? null : t('staff.words_needed'));

/** What supervision or an inspection found, with day and source. */
export function FindingForm({ personId, close }: { personId: string; close: () => void }) {
  const rules = useRules();
  const [id] = useState(() => newId<'staff_finding'>(nowMs()));
  const draft = useDraftForm<{ day: string; source: string; bearing: Bearing | ''; text: string }>({
    subject: `staff_file/${personId}/finding`,
    initial: { day: dayOf(nowMs()), source: '', bearing: '', text: '' },
    check: ({ source, bearing, text }) => ({
      source: source ? null : t('staff.source_needed'),
      bearing: bearing ? null : t('staff.bearing_needed'),
      text: needed(text),
    }),
    send: (values, options) => api.post(`staff/members/${personId}/findings`, { id, ...values }, options),
    changes: () => ['staff_finding'],
    done: () => {
      say(t('staff.recorded'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('staff.record_finding')}>
      <TextInput type="date" label={t('staff.found_on')} required max={dayOf(nowMs())} {...form.getInputProps('day')} />
      <NativeSelect
        label={t('staff.source')}
        required
        data={[
          { value: '', label: '' },
          ...(rules?.sources ?? []).map(({ key, name }) => ({ value: key, label: said(name) })),
        ]}
        {...form.getInputProps('source')}
      />
      <Choices
        label={t('staff.bearing')}
        required
        options={BEARINGS.map((value) => ({ value, label: t(`staff.bearing_${value}`) }))}
        value={form.values.bearing || null}
        onChange={(value) => form.setFieldValue('bearing', value ?? '')}
        error={form.errors['bearing']}
      />
      <Textarea
        label={t('staff.found')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('text')}
      />
    </FormFrame>
  );
}

/** A breach of discipline: which rule, what happened; what he says he may say himself. */
export function BreachForm({ personId, close }: { personId: string; close: () => void }) {
  const [id] = useState(() => newId<'staff_breach'>(nowMs()));
  const draft = useDraftForm<{ day: string; rule: string; facts: string; statement: string }>({
    subject: `staff_file/${personId}/breach`,
    initial: { day: dayOf(nowMs()), rule: '', facts: '', statement: '' },
    check: ({ rule, facts }) => ({ rule: needed(rule), facts: needed(facts) }),
    send: ({ statement, ...values }, options) =>
      api.post(
        `staff/members/${personId}/breaches`,
        { id, ...values, ...(statement.trim() ? { statement } : {}) },
        options,
      ),
    changes: () => ['staff_breach'],
    done: () => {
      say(t('staff.recorded'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('staff.note_breach')}>
      <TextInput
        type="date"
        label={t('staff.happened_on')}
        required
        max={dayOf(nowMs())}
        {...form.getInputProps('day')}
      />
      <TextInput label={t('staff.rule')} required maxLength={200} {...form.getInputProps('rule')} />
      <Textarea
        label={t('staff.facts')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('facts')}
      />
      <Textarea
        label={t('staff.statement')}
        description={t('staff.statement_why')}
        autosize
        minRows={1}
        maxLength={2000}
        {...form.getInputProps('statement')}
      />
    </FormFrame>
  );
}

/** What the person says, once. */
export function StatementForm({ id, close }: { id: string; close: () => void }) {
  const draft = useDraftForm<{ statement: string }>({
    subject: `staff_breach/${id}/statement`,
    initial: { statement: '' },
    check: ({ statement }) => ({ statement: needed(statement) }),
    send: (values, options) => api.post(`staff/breaches/${id}/statement`, values, options),
    changes: () => ['staff_breach'],
    done: close,
  });
  return (
    <FormFrame draft={draft} submit={t('staff.send_statement')}>
      <p>{t('staff.statement_once')}</p>
      <Textarea
        label={t('staff.statement')}
        required
        autosize
        minRows={3}
        maxLength={2000}
        {...draft.form.getInputProps('statement')}
      />
    </FormFrame>
  );
}

/** What follows, and why. */
export function SanctionForm({ id, close }: { id: string; close: () => void }) {
  const rules = useRules();
  const draft = useDraftForm<{ sanction: string; remark: string }>({
    subject: `staff_breach/${id}/decision`,
    initial: { sanction: '', remark: '' },
    check: ({ sanction }) => ({ sanction: sanction ? null : t('staff.sanction_needed') }),
    send: (values, options) => api.post(`staff/breaches/${id}/decide`, values, options),
    changes: () => ['staff_breach'],
    done: close,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('staff.decide_breach')}>
      <NativeSelect
        label={t('staff.sanction')}
        required
        data={[
          { value: '', label: '' },
          ...(rules?.sanctions ?? []).map(({ key, name }) => ({ value: key, label: said(name) })),
        ]}
        {...form.getInputProps('sanction')}
      />
      <Textarea label={t('staff.remark')} autosize minRows={1} maxLength={2000} {...form.getInputProps('remark')} />
    </FormFrame>
  );
}
