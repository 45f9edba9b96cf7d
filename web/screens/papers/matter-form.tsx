import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyView } from '../../../src/liaison/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { TicketPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Said } from './dealing-fields.tsx';
import { blankSaid, DealingFields, dealingOf, NextFields, nextProblems, saidProblems } from './dealing-fields.tsx';

type Values = Said & {
  subject: string;
  personId: string;
  ofTicket: boolean;
  ticket: Picked | null;
  dealt: boolean;
  step: string;
  by: string | null;
};

type Props = { body: Pick<BodyView, 'id' | 'person' | 'contacts'>; ticket?: Picked | null; done: () => void };

/** Something to be dealt with: planned only, or with what was said already; always with the next step by a day. */
export function MatterForm({ body, ticket = null, done }: Props) {
  const navigate = useNavigate();
  const [id] = useState(() => newId<'liaison_matter'>(nowMs()));
  const { people } = useDesk();
  const draft = useDraftForm<Values>({
    subject: `liaison_body/${body.id}/matter`,
    initial: {
      ...blankSaid,
      subject: '',
      personId: body.person.id,
      ofTicket: ticket !== null,
      ticket,
      dealt: true,
      step: '',
      by: null,
    },
    check: (values) => ({
      subject: values.subject.trim() ? null : t('papers.matter_needed'),
      ticket: !values.ofTicket || values.ticket ? null : t('papers.ticket_needed'),
      ...(values.dealt ? saidProblems(values) : {}),
      ...nextProblems(values),
    }),
    send: (values, options) =>
      api.post(
        `liaison-bodies/${body.id}/matters`,
        {
          id,
          subject: values.subject,
          personId: values.personId,
          next: { step: values.step, by: values.by },
          ...(values.ofTicket && values.ticket ? { ticketId: values.ticket.id } : {}),
          ...(values.dealt ? { dealing: dealingOf(values) } : {}),
        },
        options,
      ),
    changes: ({ ticket: of }) => [
      'liaison_matter',
      'liaison_body',
      `liaison_body/${body.id}`,
      ...(of ? [`ticket/${of.id}` as const] : []),
    ],
    done: () => {
      done();
      void navigate({ to: `/papers/matters/${id}` as never });
    },
  });
  const { form } = draft;
  const of = form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('papers.save')}>
      <TextInput label={t('papers.matter')} required maxLength={200} {...of('subject')} />
      <NativeSelect label={t('papers.in_charge')} data={peopleOptions(people)} {...of('personId')} />
      <Checkbox label={t('papers.of_ticket')} {...of('ofTicket', { type: 'checkbox' })} />
      {form.values.ofTicket ? (
        <TicketPicker
          except=""
          label={t('papers.ticket')}
          value={form.values.ticket}
          onChange={(picked) => form.setFieldValue('ticket', picked)}
          error={form.errors['ticket']}
        />
      ) : null}
      <Checkbox label={t('papers.dealt_already')} {...of('dealt', { type: 'checkbox' })} />
      {form.values.dealt ? <DealingFields form={form} contacts={body.contacts} /> : null}
      <NextFields form={form} />
    </FormFrame>
  );
}
