import { Select, Textarea } from '@mantine/core';
import { api } from '../../../server/api.ts';
import { RULING_ROLES } from '../../../../src/ticket/ticket.ts';
import { whatIsOwed, whomWords } from '../../../ui/clock/words.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import { needed } from '../needed.ts';
import type { ActProps } from './act.ts';

/** Asks the one in charge to decide, and says what speaks for either side. */
export function AskRuling({ ticket, done }: ActProps) {
  const clocks = ticket.clocks.filter((clock) => clock.state === 'running' || clock.state === 'paused');
  const initial = {
    question: '',
    askedOf: 'centre_manager' as (typeof RULING_ROLES)[number],
    commitmentId: null as string | null,
    customerInterest: '',
    firmInterest: '',
  };
  return (
    <ActForm
      ticket={ticket}
      name="ask-ruling"
      initial={initial}
      submit={t('ticket.ask_ruling')}
      check={(values) => ({ question: needed(values.question) })}
      send={({ commitmentId, customerInterest, firmInterest, ...values }, options) =>
        api.post(
          `tickets/${ticket.id}/rulings`,
          {
            ...values,
            ...(commitmentId ? { commitmentId } : {}),
            ...(customerInterest.trim() ? { customerInterest } : {}),
            ...(firmInterest.trim() ? { firmInterest } : {}),
          },
          options,
        )
      }
      done={done}
    >
      {(form) => (
        <>
          <Textarea
            label={t('ticket.question')}
            autosize
            minRows={2}
            maxRows={8}
            required
            data-autofocus
            {...form.getInputProps('question')}
          />
          <Choices
            label={t('ticket.asked_of')}
            options={RULING_ROLES.map((role) => ({ value: role, label: whomWords(role) }))}
            value={form.values.askedOf}
            onChange={(role) => role && form.setFieldValue('askedOf', role)}
          />
          <Select
            label={t('ticket.ruling_about')}
            description={t('ticket.ruling_about_why')}
            clearable
            data={clocks.map((clock) => ({ value: clock.id, label: whatIsOwed(clock) }))}
            {...form.getInputProps('commitmentId')}
          />
          <Interests get={(field) => form.getInputProps(field)} />
        </>
      )}
    </ActForm>
  );
}

type Side = 'customerInterest' | 'firmInterest';

function Interests({ get, required = false }: { get: (field: Side) => object; required?: boolean }) {
  return (
    <>
      <Textarea
        label={t('ticket.customer_interest')}
        required={required}
        autosize
        minRows={1}
        maxRows={6}
        {...get('customerInterest')}
      />
      <Textarea
        label={t('ticket.firm_interest')}
        required={required}
        autosize
        minRows={1}
        maxRows={6}
        {...get('firmInterest')}
      />
    </>
  );
}

/** Decides what was asked, and says what weighed for the customer and what for the firm. */
export function GiveRuling({ ticket, done }: ActProps) {
  const open = ticket.rulings.filter((ruling) => ruling.can['rule'] === null);
  const first = open[0];
  const weighs = ticket.kind.type === 'complaint';
  const initial = {
    rulingId: first?.id ?? '',
    decision: '',
    customerInterest: first?.customerInterest ?? '',
    firmInterest: first?.firmInterest ?? '',
  };
  return (
    <ActForm
      ticket={ticket}
      name="ruling"
      initial={initial}
      submit={t('ticket.rule')}
      check={(values) => ({
        decision: needed(values.decision),
        customerInterest: weighs ? needed(values.customerInterest) : null,
        firmInterest: weighs ? needed(values.firmInterest) : null,
      })}
      send={(values, options) => api.post(`tickets/${ticket.id}/rulings/decide`, values, options)}
      done={done}
    >
      {(form) => (
        <>
          {open.length > 1 ? (
            <Choices
              label={t('ticket.question')}
              options={open.map((one) => ({ value: one.id, label: one.question }))}
              value={form.values.rulingId}
              onChange={(id) => id && form.setFieldValue('rulingId', id)}
            />
          ) : (
            <p>{first?.question}</p>
          )}
          <Textarea
            label={t('ticket.decision')}
            autosize
            minRows={2}
            maxRows={8}
            required
            data-autofocus
            {...form.getInputProps('decision')}
          />
          <Interests required={weighs} get={(field) => form.getInputProps(field)} />
        </>
      )}
    </ActForm>
  );
}
