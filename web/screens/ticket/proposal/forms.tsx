import { Select, Textarea } from '@mantine/core';
import { BECAME } from '../../../../src/proposal/proposal.ts';
import { api } from '../../../server/api.ts';
import { peopleOptions, useDesk } from '../../../matter/kinds.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import type { ActProps } from '../acts/act.ts';
import { needed } from '../needed.ts';

export function PassOn({ ticket, done }: ActProps) {
  const { departments } = useDesk();
  return (
    <ActForm
      ticket={ticket}
      name="proposal-pass"
      initial={{ departmentId: null as string | null, words: '' }}
      submit={t('proposals.pass')}
      check={(values) => ({ departmentId: needed(values.departmentId) })}
      send={(values, options) => api.post(`tickets/${ticket.id}/proposal/pass`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <Select
            label={t('proposals.department')}
            required
            data={departments.map((one) => ({ value: one.id, label: said(one.name) }))}
            {...form.getInputProps('departmentId')}
          />
          <Textarea label={t('proposals.asked')} autosize minRows={2} {...form.getInputProps('words')} />
        </>
      )}
    </ActForm>
  );
}

export function AnswerProposal({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="proposal-answer"
      initial={{ became: null as (typeof BECAME)[number] | null, answer: '' }}
      submit={t('proposals.answer')}
      check={(values) => ({ became: needed(values.became), answer: needed(values.answer) })}
      send={(values, options) => api.post(`tickets/${ticket.id}/proposal/answer`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <Choices
            label={t('proposals.became')}
            options={BECAME.map((value) => ({ value, label: t(`proposals.became_${value}`) }))}
            value={form.values.became}
            onChange={(became) => form.setFieldValue('became', became)}
            error={form.errors['became']}
            required
          />
          <Textarea label={t('proposals.reason')} required autosize minRows={2} {...form.getInputProps('answer')} />
        </>
      )}
    </ActForm>
  );
}

export function PlanProposal({ ticket, done }: ActProps) {
  const { people } = useDesk();
  return (
    <ActForm
      ticket={ticket}
      name="proposal-plan"
      initial={{ personId: null as string | null, dueAt: null as string | null, words: '' }}
      submit={t('proposals.plan')}
      check={(values) => ({
        personId: needed(values.personId),
        dueAt: needed(values.dueAt),
        words: needed(values.words),
      })}
      send={(values, options) => api.post(`tickets/${ticket.id}/proposal/plan`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          <Textarea label={t('proposals.what')} required autosize minRows={2} {...form.getInputProps('words')} />
          <Select
            label={t('proposals.person')}
            required
            searchable
            data={peopleOptions(people)}
            {...form.getInputProps('personId')}
          />
          <MomentField
            label={t('proposals.due')}
            value={form.values.dueAt}
            onChange={(dueAt) => form.setFieldValue('dueAt', dueAt)}
            error={form.errors['dueAt']}
            required
            quick={[]}
          />
        </>
      )}
    </ActForm>
  );
}

export function Realise({ ticket, done }: ActProps) {
  return (
    <ActForm
      ticket={ticket}
      name="proposal-realised"
      initial={{ result: '' }}
      submit={t('proposals.realise')}
      check={(values) => ({ result: needed(values.result) })}
      send={(values, options) => api.post(`tickets/${ticket.id}/proposal/realise`, values, options)}
      done={done}
    >
      {(form) => (
        <Textarea label={t('proposals.result')} required autosize minRows={2} {...form.getInputProps('result')} />
      )}
    </ActForm>
  );
}
