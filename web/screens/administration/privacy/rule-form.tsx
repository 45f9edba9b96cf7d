import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { previewOut } from '../../../../src/privacy/view.ts';
import { api } from '../../../server/api.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { dateOf } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import type { Rule } from './rule-words.ts';
import { countWords } from './rule-words.ts';

type Values = { days: number | string; why: string };
type Preview = z.output<typeof previewOut>;

/** Another age, or off; first what would go by it, if somebody asks, then why. */
export function RuleForm({ rule, done }: { rule: Rule; done: () => void }) {
  const [tried, setTried] = useState<Preview | null>(null);
  const draft = useDraftForm<Values>({
    subject: `retention:${rule.key}`,
    initial: { days: rule.days ?? '', why: '' },
    check: ({ why }) => ({ why: why.trim() ? null : t('security.why_needed') }),
    send: ({ days, why }, options) =>
      api.put(`retention/${rule.key}`, { days: days === '' ? null : Number(days), why: why.trim() }, options),
    changes: () => ['organisation'],
    done: () => {
      say(t('privacy.saved'));
      done();
    },
  });
  const { form } = draft;
  const { days } = form.getValues();
  const preview = useWrite<number, Preview>({
    send: (age) => api.get<Preview>(`retention/${rule.key}/preview`, { days: age }),
    done: setTried,
  });
  return (
    <FormFrame
      draft={draft}
      submit={t('security.save')}
      beside={
        days === '' ? null : (
          <ActionButton label={t('privacy.try')} busy={preview.busy} onRun={() => void preview.run(Number(days))} />
        )
      }
    >
      <NumberField
        label={t('privacy.in_days')}
        description={t('privacy.least', { count: rule.least })}
        min={1}
        allowDecimal={false}
        {...form.getInputProps('days')}
      />
      <p role="status">{tried ? triedWords(tried) : null}</p>
      <TextInput label={t('security.why')} required maxLength={200} {...form.getInputProps('why')} />
    </FormFrame>
  );
}

function triedWords({ count, oldest }: Preview): string {
  if (!oldest) return t('privacy.tried_none');
  return t('privacy.tried', { n: countWords(count), when: dateOf(oldest) });
}
