import { Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { isAsked } from '../../../src/pack/asked.ts';
import type { FieldValues } from '../../matter/field-inputs.tsx';
import { askedOf, FieldInputs, filled } from '../../matter/field-inputs.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { SignaturePad } from '../../ui/form/signature-pad.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { blobOf, dataUrlOf } from '../worker/signature.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './acts/act.ts';
import { allFields, emptyOf } from './acts/move.tsx';
import { needed } from './needed.ts';
import type { TicketView } from './view.ts';

type Approval = TicketView['approvals'][number];

const verdicts = ['approved', 'refused'] as const;

const initial = {
  verdict: null as (typeof verdicts)[number] | null,
  words: '',
  fields: {} as FieldValues,
  signedBy: '',
  /** What the customer drew, as a data address, so that it survives with the rest; its id goes along, so that it is sent once. */
  drawn: null as { id: string; url: string } | null,
};
type Values = typeof initial;

/** Decides what a stage waits for, or signs that it was done: with the fields that it needs, and the customer's signature where he signs too. */
export function Decide({ ticket, done }: ActProps) {
  const approval = ticket.approvals.find((one) => one.can['decide'] === null);
  if (!approval) return null;
  const { values: fields } = emptyOf(ticket, [...approval.needs, ...approval.asks]);
  return (
    <ActForm<Values>
      ticket={ticket}
      name={`approval-${approval.key}`}
      initial={{ ...initial, verdict: approval.signature ? 'approved' : null, fields }}
      submit={t(approval.signature ? 'ticket.save' : 'proposals.decide')}
      check={(values) => wrongIn(ticket, approval, values)}
      send={async (values, options) => {
        const drawn = values.verdict === 'approved' ? blobOf(values.drawn?.url ?? null) : null;
        if (drawn) await api.post(`files?id=${values.drawn!.id}&name=signature.png`, drawn);
        return api.post(`tickets/${ticket.id}/approvals`, bodyOf(ticket, approval, values), options);
      }}
      done={done}
    >
      {(form) => <DecideFields ticket={ticket} approval={approval} form={form} />}
    </ActForm>
  );
}

type FieldsProps = { ticket: TicketView; approval: Approval; form: UseFormReturnType<Values> };

function DecideFields({ ticket, approval, form }: FieldsProps) {
  const { verdict, fields, signedBy, drawn } = form.values;
  const labels = approval.signature
    ? { approved: t('proposals.verdict_signed'), refused: t('proposals.verdict_not_signed') }
    : { approved: t('proposals.verdict_approved'), refused: t('proposals.verdict_refused') };
  const { fields: mine } = emptyOf(ticket, [...approval.needs, ...approval.asks]);
  return (
    <>
      <FieldInputs
        fields={mine}
        among={allFields(ticket)}
        values={fields}
        onChange={(key, value) => form.setFieldValue('fields', { ...form.values.fields, [key]: value })}
        isRequired={(key) => verdict !== 'refused' && approval.needs.includes(key)}
        errorOf={(key) => form.errors[`fields.${key}`]}
      />
      <Choices
        label={t(approval.signature ? 'proposals.signature' : 'proposals.verdict')}
        options={verdicts.map((value) => ({ value, label: labels[value] }))}
        value={verdict}
        onChange={(next) => form.setFieldValue('verdict', next)}
        error={form.errors['verdict']}
        required
      />
      {approval.signature === 'customer' && verdict !== 'refused' ? (
        <SignaturePad
          label={t('proposals.customer_signature')}
          value={{ name: signedBy, drawn: blobOf(drawn?.url ?? null) }}
          onChange={(next) => {
            // a drawing comes a moment late, when his name may have been typed meanwhile
            if (next.name !== signedBy) form.setFieldValue('signedBy', next.name);
            void dataUrlOf(next.drawn).then((url) => {
              if (url !== (drawn?.url ?? null))
                form.setFieldValue('drawn', url === null ? null : { id: newId<'file'>(nowMs()), url });
            });
          }}
          {...(form.errors['signedBy'] ? { error: String(form.errors['signedBy']) } : {})}
        />
      ) : null}
      <Textarea
        label={verdict === 'refused' ? t('proposals.why') : t('proposals.words')}
        autosize
        minRows={2}
        {...form.getInputProps('words')}
      />
    </>
  );
}

/** What is missing: to give it, the fields it needs and whoever signs; to refuse it, a reason. */
function wrongIn(ticket: TicketView, approval: Approval, { verdict, words, fields, signedBy }: Values) {
  if (verdict !== 'approved') return { verdict: needed(verdict), words: needed(words) };
  const stands = { ...allFields(ticket).values, ...fields };
  const asked = approval.needs.filter((key) => isAsked(ticket.fields, key, stands));
  return {
    signedBy: approval.signature === 'customer' ? needed(signedBy) : null,
    ...Object.fromEntries(asked.map((key) => [`fields.${key}`, needed(fields[key])])),
  };
}

function bodyOf(ticket: TicketView, approval: Approval, values: Values): Record<string, unknown> {
  const { verdict, words, fields, signedBy, drawn } = values;
  const signs = approval.signature === 'customer' && verdict === 'approved';
  return {
    version: ticket.version,
    approval: approval.key,
    verdict,
    words,
    fields: filled(askedOf(ticket.fields, { ...allFields(ticket).values, ...fields }, fields)),
    ...(signs && signedBy.trim() ? { signedBy: signedBy.trim() } : {}),
    ...(signs && drawn ? { signatureId: drawn.id } : {}),
  };
}
