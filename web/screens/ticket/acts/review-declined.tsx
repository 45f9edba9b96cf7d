import { Textarea } from '@mantine/core';
import { api } from '../../../server/api.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';

const VERDICTS = ['confirmed', 'sent_back'] as const;

/** Whoever stands above says whether it was rightly declined, or opens it again with his words (RECP-15). */
export function ReviewDeclined({ ticket, done }: ActProps) {
  const last = ticket.declined.at(-1);
  return (
    <ActForm
      ticket={ticket}
      name="review-declined"
      initial={{ verdict: null as (typeof VERDICTS)[number] | null, words: '' }}
      submit={t('declined.review')}
      check={({ verdict, words }) => ({
        verdict: needed(verdict),
        words: verdict === 'sent_back' ? needed(words) : null,
      })}
      send={(values, options) =>
        api.post(`tickets/${ticket.id}/declined/review`, { version: ticket.version, ...values }, options)
      }
      done={done}
    >
      {(form) => (
        <>
          <p>{last?.reason}</p>
          <Choices
            label={t('declined.verdict')}
            options={VERDICTS.map((value) => ({ value, label: t(`declined.verdict_${value}`) }))}
            value={form.values.verdict}
            onChange={(verdict) => form.setFieldValue('verdict', verdict)}
            required
            error={form.errors['verdict']}
          />
          <Textarea
            label={t('declined.words')}
            description={t('declined.words_why')}
            autosize
            minRows={2}
            maxRows={8}
            required={form.values.verdict === 'sent_back'}
            {...form.getInputProps('words')}
          />
        </>
      )}
    </ActForm>
  );
}
