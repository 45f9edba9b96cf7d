import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { ATTEMPT_RESULTS } from '../../../../src/dispute/dispute.ts';
import { api } from '../../../server/api.ts';
import type { PickedPlace } from '../../../matter/place-picker.tsx';
import { PlacePicker } from '../../../matter/place-picker.tsx';
import { CustomerPicker } from '../../../matter/ticket-picker.tsx';
import type { Picked } from '../../../ui/form/async-picker.tsx';
import { Choices } from '../../../ui/form/choices.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import type { ActProps } from '../acts/act.ts';
import { needed } from '../needed.ts';
import { partyWords, results, useDispute } from './answer.ts';

/** A household on file with its door, or somebody by name. */
export function AddParty({ ticket, done }: ActProps) {
  const initial = { customer: null as Picked | null, name: '', place: null as PickedPlace | null };
  return (
    <ActForm
      ticket={ticket}
      name="dispute-party"
      initial={initial}
      submit={t('disputes.add_party')}
      check={(values) => ({ name: values.customer ? null : needed(values.name) })}
      send={({ customer, name, place }, options) =>
        api.post(
          `tickets/${ticket.id}/dispute/parties`,
          { name, ...(customer ? { customerId: customer.id } : {}), ...(place ? { placeId: place.id } : {}) },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <CustomerPicker
            label={t('disputes.customer')}
            value={form.values.customer}
            onChange={(customer) => form.setFieldValue('customer', customer)}
          />
          {form.values.customer ? null : (
            <TextInput
              label={t('disputes.name')}
              description={t('disputes.name_why')}
              {...form.getInputProps('name')}
            />
          )}
          <PlacePicker value={form.values.place} onChange={(place) => form.setFieldValue('place', place)} />
        </>
      )}
    </ActForm>
  );
}

/** One side, in its own words. */
export function State({ ticket, done }: ActProps) {
  const parties = useDispute(ticket.id).data?.parties ?? [];
  const initial = { partyId: null as string | null, text: '', withheld: false, takenAt: null as string | null };
  return (
    <ActForm
      ticket={ticket}
      name="dispute-statement"
      initial={initial}
      submit={t('disputes.state')}
      check={(values) => ({ partyId: needed(values.partyId), text: needed(values.text) })}
      send={({ takenAt, ...values }, options) =>
        api.post(`tickets/${ticket.id}/dispute/statements`, { ...values, ...(takenAt ? { takenAt } : {}) }, options)
      }
      done={done}
    >
      {(form) => (
        <>
          <Choices
            label={t('disputes.party')}
            options={parties.map((party) => ({ value: party.id, label: partyWords(party) }))}
            value={form.values.partyId}
            onChange={(partyId) => form.setFieldValue('partyId', partyId)}
            error={form.errors['partyId']}
            required
          />
          <Textarea label={t('disputes.statement')} required autosize minRows={3} {...form.getInputProps('text')} />
          <Checkbox label={t('disputes.withhold')} {...form.getInputProps('withheld', { type: 'checkbox' })} />
          <MomentField
            label={t('disputes.taken_at')}
            value={form.values.takenAt}
            onChange={(takenAt) => form.setFieldValue('takenAt', takenAt)}
            quick={[]}
          />
        </>
      )}
    </ActForm>
  );
}

const attempt = {
  parties: [] as string[],
  others: '',
  proposed: '',
  result: null as (typeof ATTEMPT_RESULTS)[number] | null,
  words: '',
  nextAt: null as string | null,
};

/** One meeting: who came, what was proposed, how it went, and when they meet again. */
export function Mediate({ ticket, done }: ActProps) {
  const parties = useDispute(ticket.id).data?.parties ?? [];
  return (
    <ActForm
      ticket={ticket}
      name="dispute-attempt"
      initial={attempt}
      submit={t('disputes.mediate')}
      check={(values) => ({ proposed: needed(values.proposed), result: needed(values.result) })}
      send={({ nextAt, ...values }, options) =>
        api.post(`tickets/${ticket.id}/dispute/attempts`, { ...values, ...(nextAt ? { nextAt } : {}) }, options)
      }
      done={done}
    >
      {(form) => (
        <>
          <Checkbox.Group label={t('disputes.who_came')} {...form.getInputProps('parties')}>
            {parties.map((party) => (
              <Checkbox key={party.id} value={party.id} label={partyWords(party)} mt={6} />
            ))}
          </Checkbox.Group>
          <TextInput label={t('disputes.others')} {...form.getInputProps('others')} />
          <Textarea label={t('disputes.proposed')} required autosize minRows={2} {...form.getInputProps('proposed')} />
          <Choices
            label={t('disputes.result')}
            options={ATTEMPT_RESULTS.map((value) => ({ value, label: t(results[value]!) }))}
            value={form.values.result}
            onChange={(result) => form.setFieldValue('result', result)}
            error={form.errors['result']}
            required
          />
          <Textarea label={t('disputes.words')} autosize minRows={2} {...form.getInputProps('words')} />
          <MomentField
            label={t('disputes.next_at')}
            description={t('disputes.next_at_why')}
            value={form.values.nextAt}
            onChange={(nextAt) => form.setFieldValue('nextAt', nextAt)}
            quick={[]}
          />
        </>
      )}
    </ActForm>
  );
}
