import { Textarea } from '@mantine/core';
import type { Left } from '../../../../src/arrival/arrival.ts';
import { LEFT } from '../../../../src/arrival/arrival.ts';
import { TicketPicker } from '../../../matter/ticket-picker.tsx';
import { api } from '../../../server/api.ts';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { ChoiceKeys } from '../../../ui/form/choice-keys.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import type { Arrival } from './arrivals.ts';
import { leftWords } from './arrivals.ts';

type Values = { outcome: Left | null; words: string; ticket: Picked | null };

/** How a visit ended: it goes into the visit record with it. */
export function LeaveForm({ one, done }: { one: Arrival; done: () => void }) {
  const ways = LEFT.filter((way) => way !== 'unserved' || one.takenAt === null);
  const draft = useDraftForm<Values>({
    subject: `arrival/${one.id}/leave`,
    initial: { outcome: null, words: '', ticket: null },
    check: ({ outcome, words, ticket }) => ({
      outcome: outcome ? null : t('arrivals.outcome_needed'),
      words: outcome === 'sent_on' && !words.trim() ? t('arrivals.where_to_needed') : null,
      ticket: outcome === 'matter' && !ticket ? t('arrivals.matter_needed') : null,
    }),
    send: ({ outcome, words, ticket }, options) =>
      api.post(
        `arrivals/${one.id}/leave`,
        { outcome, words: words.trim(), ...(outcome === 'matter' && ticket ? { ticketId: ticket.id } : {}) },
        options,
      ),
    changes: () => ['arrival', 'contact', 'commitment', 'ticket'],
    done: () => {
      say(t('arrivals.left_kept'));
      done();
    },
  });
  const { form } = draft;
  const { outcome } = form.values;
  return (
    <FormFrame draft={draft} submit={t('arrivals.keep')}>
      <ChoiceKeys
        label={t('arrivals.outcome')}
        choices={ways.map((value) => ({ value, label: leftWords(value) }))}
        value={outcome}
        onChange={(value) => {
          form.setFieldValue('outcome', value);
          form.clearErrors();
        }}
      />
      {form.errors['outcome'] ? <p role="alert">{form.errors['outcome']}</p> : null}
      {outcome === 'matter' ? (
        <TicketPicker
          label={t('arrivals.which_matter')}
          except=""
          value={form.values.ticket}
          onChange={(ticket) => form.setFieldValue('ticket', ticket)}
          error={form.errors['ticket']}
        />
      ) : null}
      <Textarea
        label={outcome === 'sent_on' ? t('arrivals.where_to') : t('front_desk.outcome')}
        required={outcome === 'sent_on'}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('words')}
      />
    </FormFrame>
  );
}
