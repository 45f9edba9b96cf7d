import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { api } from '../../server/api.ts';
import { useDesk } from '../../matter/kinds.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { byName } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Board, Item } from './day.ts';

type FormProps = { item: Item; done: () => void };
const changes = () => ['work_item', 'work_plan', 'commitment'] as const;

const isNumber = (text: string): boolean => /^\d{1,6}$/.test(text.trim());

/** Done, how much of what was planned, and what came of it. */
export function FinishForm({ item, done }: FormProps) {
  const draft = useDraftForm({
    subject: `work_item/${item.id}/finish`,
    initial: { outcome: '', doneQuantity: item.quantity === null ? '' : String(item.quantity) },
    check: ({ outcome, doneQuantity }) => ({
      outcome: outcome.trim() ? null : t('day.outcome_needed'),
      doneQuantity: item.quantity === null || isNumber(doneQuantity) ? null : t('day.done_quantity_needed'),
    }),
    send: ({ outcome, doneQuantity }, options) =>
      api.post(
        `work-items/${item.id}/finish`,
        { outcome, ...(item.quantity === null ? {} : { doneQuantity: Number(doneQuantity) }) },
        options,
      ),
    changes,
    done,
  });
  return (
    <FormFrame draft={draft} submit={t('day.finish')}>
      <Textarea label={t('day.outcome')} required autosize minRows={2} {...draft.form.getInputProps('outcome')} />
      {item.quantity === null ? null : (
        <TextInput
          label={t('day.done_quantity', { unit: item.unit })}
          required
          inputMode="numeric"
          maxLength={6}
          {...draft.form.getInputProps('doneQuantity')}
        />
      )}
    </FormFrame>
  );
}

type CheckValues = { verdict: 'passed' | 'sent_back' | null; remark: string; dueAt: string | null };

/** What was done is looked at, with which remark; sent back, it says by when. */
export function CheckForm({ item, done }: FormProps) {
  const draft = useDraftForm<CheckValues>({
    subject: `work_item/${item.id}/check`,
    initial: { verdict: null, remark: '', dueAt: null },
    check: ({ verdict, remark, dueAt }) => ({
      verdict: verdict ? null : t('day.verdict_needed'),
      remark: verdict !== 'sent_back' || remark.trim() ? null : t('day.remark_needed'),
      dueAt: verdict !== 'sent_back' || dueAt ? null : t('day.due_needed'),
    }),
    send: ({ verdict, remark, dueAt }, options) =>
      api.post(
        `work-items/${item.id}/check`,
        { passed: verdict === 'passed', remark, ...(verdict === 'sent_back' ? { dueAt } : {}) },
        options,
      ),
    changes,
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('day.check_now')}>
      <p>{t('day.outcome_is', { words: item.outcome ?? '' })}</p>
      <Choices
        label={t('day.verdict')}
        required
        options={[
          { value: 'passed', label: t('day.verdict_passed') },
          { value: 'sent_back', label: t('day.verdict_sent_back') },
        ]}
        value={form.values.verdict}
        onChange={(verdict) => form.setFieldValue('verdict', verdict)}
        error={form.errors['verdict']}
      />
      <Textarea label={t('day.remark')} autosize minRows={2} {...form.getInputProps('remark')} />
      {form.values.verdict === 'sent_back' ? (
        <MomentField
          label={t('day.due_again')}
          required
          value={form.values.dueAt}
          onChange={(at) => form.setFieldValue('dueAt', at)}
          error={form.errors['dueAt']}
        />
      ) : null}
    </FormFrame>
  );
}

type MoveFormProps = FormProps & { people: Pick<Board['people'][number], 'person' | 'openTickets'>[] };

/** Somebody else does it; whoever looks who has room sees what each has open. */
export function MoveForm({ item, people, done }: MoveFormProps) {
  const options = usePeople(people).filter((one) => one.value !== item.person.id);
  const draft = useDraftForm({
    subject: `work_item/${item.id}/move`,
    initial: { toId: '', why: '' },
    check: ({ toId, why }) => ({
      toId: toId ? null : t('day.person_needed'),
      why: why.trim() ? null : t('day.why_needed'),
    }),
    send: (values, sent) => api.post(`work-items/${item.id}/move`, values, sent),
    changes,
    done,
  });
  return (
    <FormFrame draft={draft} submit={t('day.move_now')}>
      <NativeSelect
        label={t('day.to')}
        required
        data={[{ value: '', label: '' }, ...options]}
        {...draft.form.getInputProps('toId')}
      />
      <TextInput label={t('day.why')} required maxLength={200} {...draft.form.getInputProps('why')} />
    </FormFrame>
  );
}

/** Everybody who works here, with what he has open where the board knows it. */
export function usePeople(
  known: readonly Pick<Board['people'][number], 'person' | 'openTickets'>[],
): { value: string; label: string }[] {
  const { people } = useDesk();
  const load = new Map(known.map(({ person, openTickets }) => [person.id, openTickets]));
  return [...people]
    .sort((a, b) => byName(a.name, b.name))
    .map(({ id, name }) => {
      const open = load.get(id);
      return { value: id, label: open === undefined ? name : `${name} · ${t('day.open_tickets', { count: open })}` };
    });
}
