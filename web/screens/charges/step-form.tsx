import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, HOUR, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { LEDGER } from './charge-words.ts';
import type { StepWay } from './dunning-words.ts';
import { isNotice, STEP_WAYS } from './dunning-words.ts';

type Values = { way: StepWay; reached: boolean; outcome: string; nextDay: string };

/** A dunning notice or a talk, with the day on which somebody looks again. */
export function StepForm({ id, close }: { id: string; close: () => void }) {
  const [step] = useState(() => newId<'dunning_step'>(nowMs()));
  const draft = useDraftForm<Values, unknown>({
    subject: `dunning/${id}`,
    initial: { way: 'phone', reached: true, outcome: '', nextDay: dayOf(nowMs() + 3 * 24 * HOUR) },
    check: ({ way, reached, outcome, nextDay }) => ({
      outcome: !isNotice(way) && reached && !outcome.trim() ? t('charges.needed') : null,
      nextDay: nextDay ? null : t('charges.needed'),
    }),
    send: ({ outcome, ...values }, options) =>
      api.post(`dunnings/${id}/steps`, { id: step, ...values, outcome: outcome.trim() }, options),
    changes: () => [...LEDGER, 'contact'],
    done: () => {
      say(t('charges.step_saved'));
      close();
    },
  });
  const { form } = draft;
  const spoken = !isNotice(form.values.way);
  return (
    <FormFrame draft={draft} submit={t('charges.step_save')}>
      <Choices
        label={t('charges.step_way')}
        options={STEP_WAYS.map((value) => ({ value, label: t(`charges.by_${value}`) }))}
        value={form.values.way}
        onChange={(way) => way && form.setFieldValue('way', way)}
      />
      {spoken ? (
        <>
          <Choices
            label={t('charges.reached')}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(value === 'yes' ? 'charges.reached' : 'charges.not_reached'),
            }))}
            value={form.values.reached ? 'yes' : 'no'}
            onChange={(value) => value && form.setFieldValue('reached', value === 'yes')}
          />
          <Textarea
            label={t('charges.outcome')}
            required={form.values.reached}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('outcome')}
          />
        </>
      ) : null}
      <TextInput type="date" label={t('charges.next_day')} required {...form.getInputProps('nextDay')} />
    </FormFrame>
  );
}
