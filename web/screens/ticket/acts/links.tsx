import { Textarea } from '@mantine/core';
import { api } from '../../../api.ts';
import { ChannelChoice } from '../../../matter/channel-choice.tsx';
import { TicketPicker } from '../../../matter/ticket-picker.tsx';
import type { Channel } from '../../../matter/words.ts';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { Choices } from '../../../ui/form/choices.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import type { ActProps } from './act.ts';

const whys = ['same_matter', 'part_of', 'related'] as const;

/** Links it with another, seen from both. */
export function LinkTicket({ ticket, done }: ActProps) {
  const initial = { to: null as Picked | null, why: 'related' as (typeof whys)[number] };
  return (
    <ActForm
      ticket={ticket}
      name="link"
      initial={initial}
      submit={t('ticket.link')}
      check={(values) => ({ to: values.to ? null : t('ticket.needed') })}
      send={({ to, why }, options) => api.post(`tickets/${ticket.id}/links`, { toId: to?.id, why }, options)}
      done={done}
    >
      {(form) => (
        <>
          <TicketPicker
            label={t('ticket.link_to')}
            value={form.values.to}
            onChange={(to) => form.setFieldValue('to', to)}
            error={form.errors['to']}
            except={ticket.id}
          />
          <Choices
            label={t('ticket.link_why')}
            options={whys.map((why) => ({ value: why, label: t(`ticket.why_${why}`) }))}
            value={form.values.why}
            onChange={(why) => why && form.setFieldValue('why', why)}
          />
        </>
      )}
    </ActForm>
  );
}

/** Makes it one of many reports of a big incident. */
export function JoinIncident({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="incident"
      initial={{ incident: null as Picked | null }}
      submit={t('ticket.join_incident')}
      check={(values) => ({ incident: values.incident ? null : t('ticket.needed') })}
      send={({ incident }, options) =>
        api.put(`tickets/${ticket.id}/incident`, { incidentId: incident?.id ?? null }, options)
      }
      done={done}
    >
      {(form) => (
        <TicketPicker
          label={t('ticket.incident')}
          description={t('ticket.incident_why')}
          value={form.values.incident}
          onChange={(incident) => form.setFieldValue('incident', incident)}
          error={form.errors['incident']}
          except={ticket.id}
        />
      )}
    </ActForm>
  );
}

/** One answer to all who reported it. */
export function AnswerIncident({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="answer-incident"
      initial={{ text: '', channel: 'sms' as Channel }}
      submit={t('ticket.answer_incident')}
      check={(values) => ({ text: values.text.trim() ? null : t('ticket.needed') })}
      send={(values, options) => api.post(`tickets/${ticket.id}/incident/answer`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <p>
            {ticket.stage.class === 'resolved'
              ? t('ticket.answer_incident_resolved', { count: ticket.reports })
              : t('ticket.answer_incident_open', { count: ticket.reports })}
          </p>
          <Textarea
            label={t('ticket.said_what')}
            autosize
            minRows={2}
            maxRows={8}
            required
            data-autofocus
            {...form.getInputProps('text')}
          />
          <ChannelChoice value={form.values.channel} onChange={(channel) => form.setFieldValue('channel', channel)} />
        </>
      )}
    </ActForm>
  );
}
