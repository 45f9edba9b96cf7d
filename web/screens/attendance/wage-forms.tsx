import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { basesOut } from '../../../src/wage/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { absolute, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { needed } from './attendance-data.ts';
import { moneyWords } from '../../ui/money.ts';
import { moneyTyped } from './money.ts';
import type { Wages } from './wages.tsx';

type FormProps = { line: Wages['items'][number]; wages: Wages; done: () => void };

const noAmount = (given: string) => (moneyTyped(given) === null ? t('attendance.amount_wrong') : null);

/** What somebody earns from a month on, with the reason; what held so far stays below. */
export function BaseForm({ line: { person }, wages: { month, currency }, done }: FormProps) {
  const [id] = useState(() => newId<'wage_base'>(nowMs()));
  const { data } = useRead<z.output<typeof basesOut>>('wages/bases', {
    about: ['wage_base'],
    query: { person: person.id },
  });
  const draft = useDraftForm<{ amount: string; from: string; why: string }>({
    subject: `wage_base/${person.id}`,
    initial: { amount: '', from: month, why: '' },
    check: ({ amount, from, why }) => ({ amount: noAmount(amount), from: needed(from), why: needed(why) }),
    send: ({ amount, from, why }, options) =>
      api.post('wages/bases', { id, personId: person.id, amount: moneyTyped(amount), from, why: why.trim() }, options),
    changes: () => ['wage_base', 'wage_table'],
    done,
  });
  const { form } = draft;
  return (
    <>
      <FormFrame draft={draft} submit={t('attendance.base_set')}>
        <TextInput label={t('attendance.base')} inputMode="decimal" required {...form.getInputProps('amount')} />
        <TextInput type="month" label={t('attendance.base_from')} required {...form.getInputProps('from')} />
        <TextInput label={t('attendance.why')} required maxLength={200} {...form.getInputProps('why')} />
      </FormFrame>
      {data && data.items.length > 0 ? (
        <Section title={t('attendance.base_history')}>
          <ul>
            {data.items.map((one) => (
              <li key={one.id}>
                {t('attendance.base_line', {
                  amount: moneyWords(one.amount, currency),
                  month: one.from,
                  name: one.by.name,
                  at: absolute(one.at),
                  why: one.why,
                })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** Something added to a wage or taken off it, never without its reason. */
export function AdjustForm({ line: { person }, wages, done }: FormProps) {
  const [id] = useState(() => newId<'wage_adjustment'>(nowMs()));
  const draft = useDraftForm<{ how: 'add' | 'off'; amount: string; why: string }>({
    subject: `wage_adjustment/${person.id}/${wages.month}`,
    initial: { how: 'add', amount: '', why: '' },
    check: ({ amount, why }) => ({ amount: noAmount(amount), why: needed(why) }),
    send: ({ how, amount, why }, options) => {
      const typed = moneyTyped(amount) ?? 0;
      const body = { id, personId: person.id, amount: how === 'add' ? typed : -typed, why: why.trim() };
      return api.post(`wages/${wages.id}/adjustments`, body, options);
    },
    changes: () => ['wage_table'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('attendance.adjust')}>
      <Choices
        label={t('attendance.adjust_how')}
        options={(['add', 'off'] as const).map((value) => ({ value, label: t(`attendance.adjust_${value}`) }))}
        value={form.getValues().how}
        onChange={(value) => form.setFieldValue('how', value ?? 'add')}
      />
      <TextInput label={t('attendance.amount')} inputMode="decimal" required {...form.getInputProps('amount')} />
      <TextInput label={t('attendance.why')} required maxLength={200} {...form.getInputProps('why')} />
    </FormFrame>
  );
}
