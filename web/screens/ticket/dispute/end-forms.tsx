import { Textarea, TextInput } from '@mantine/core';
import { api } from '../../../server/api.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import type { ActProps } from '../acts/act.ts';
import { needed } from '../needed.ts';
import { partyWords, useDispute } from './answer.ts';

/** What they agreed, and by when somebody looks whether it holds. */
export function Agree({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="dispute-agreement"
      initial={{ terms: '', checkBy: null as string | null }}
      submit={t('disputes.agree')}
      check={(values) => ({ terms: needed(values.terms), checkBy: needed(values.checkBy) })}
      send={(values, options) => api.post(`tickets/${ticket.id}/dispute/agreement`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <Textarea label={t('disputes.terms')} required autosize minRows={3} {...form.getInputProps('terms')} />
          <MomentField
            label={t('disputes.look_by')}
            value={form.values.checkBy}
            onChange={(checkBy) => form.setFieldValue('checkBy', checkBy)}
            error={form.errors['checkBy']}
            required
            quick={[]}
          />
        </>
      )}
    </ActForm>
  );
}

export function Refer({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="dispute-referral"
      initial={{ referredTo: '', papers: '' }}
      submit={t('disputes.refer')}
      check={(values) => ({ referredTo: needed(values.referredTo), papers: needed(values.papers) })}
      send={(values, options) => api.post(`tickets/${ticket.id}/dispute/referral`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <TextInput label={t('disputes.refer_to')} required {...form.getInputProps('referredTo')} />
          <Textarea label={t('disputes.papers')} required autosize minRows={2} {...form.getInputProps('papers')} />
        </>
      )}
    </ActForm>
  );
}

const ways = ['signed', 'spoken'] as const;

/** A party stands by it: signed on paper, or said. */
export function Confirm({ ticket, done }: ActProps) {
  const waiting = (useDispute(ticket.id).data?.parties ?? []).filter((party) => party.confirmedAt === null);
  return (
    <ActForm
      ticket={ticket}
      name="dispute-confirmation"
      initial={{ partyId: null as string | null, way: 'signed' as (typeof ways)[number] }}
      submit={t('disputes.confirm')}
      check={(values) => ({ partyId: needed(values.partyId) })}
      send={(values, options) => api.post(`tickets/${ticket.id}/dispute/confirmations`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <Choices
            label={t('disputes.party')}
            options={waiting.map((party) => ({ value: party.id, label: partyWords(party) }))}
            value={form.values.partyId}
            onChange={(partyId) => form.setFieldValue('partyId', partyId)}
            error={form.errors['partyId']}
            required
          />
          <Choices
            label={t('disputes.way')}
            options={ways.map((value) => ({ value, label: t(`disputes.way_${value}`) }))}
            value={form.values.way}
            onChange={(way) => way && form.setFieldValue('way', way)}
          />
        </>
      )}
    </ActForm>
  );
}

const verdicts = ['yes', 'no'] as const;

/** Somebody looked: it holds, or mediation goes on. */
export function Check({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="dispute-check"
      initial={{ holds: null as (typeof verdicts)[number] | null, words: '' }}
      submit={t('disputes.check')}
      check={(values) => ({ holds: needed(values.holds), words: needed(values.words) })}
      send={({ holds, words }, options) =>
        api.post(`tickets/${ticket.id}/dispute/check`, { holds: holds === 'yes', words }, options)
      }
      done={done}
    >
      {(form) => (
        <>
          <Choices
            label={t('disputes.does_it_hold')}
            options={verdicts.map((value) => ({ value, label: t(`disputes.holds_${value}`) }))}
            value={form.values.holds}
            onChange={(holds) => form.setFieldValue('holds', holds)}
            error={form.errors['holds']}
            required
          />
          <Textarea label={t('disputes.found')} required autosize minRows={2} {...form.getInputProps('words')} />
        </>
      )}
    </ActForm>
  );
}

/** Agreed or referred too early. */
export function TakeBack({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="dispute-take-back"
      initial={{}}
      submit={t('disputes.take_back')}
      send={(_, options) => api.post(`tickets/${ticket.id}/dispute/take-back`, {}, options)}
      done={done}
    >
      {() => <p>{t('disputes.take_back_why')}</p>}
    </ActForm>
  );
}
