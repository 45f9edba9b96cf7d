import { api } from '../../../server/api.ts';
import { TicketPicker } from '../../../matter/ticket-picker.tsx';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { Choices } from '../../../ui/form/choices.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';
import { SaidForm } from './said-form.tsx';

const whys = ['same_matter', 'part_of', 'caused_by', 'follows', 'same_cause', 'related'] as const;

/** Links it with another, seen from both. */
export function LinkTicket({ ticket, done }: ActProps) {
  const initial = { to: null as Picked | null, why: 'related' as (typeof whys)[number] };
  return (
    <ActForm
      ticket={ticket}
      name="link"
      initial={initial}
      submit={t('ticket.link')}
      check={(values) => ({ to: needed(values.to) })}
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
      check={(values) => ({ incident: needed(values.incident) })}
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
    <SaidForm
      ticket={ticket}
      name="answer-incident"
      channel="sms"
      submit={t('ticket.answer_incident')}
      send={(said, options) => api.post(`tickets/${ticket.id}/incident/answer`, said, options)}
      done={done}
    >
      <p>
        {ticket.stage.class === 'resolved'
          ? t('ticket.answer_incident_resolved', { count: ticket.reports })
          : t('ticket.answer_incident_open', { count: ticket.reports })}
      </p>
    </SaidForm>
  );
}
