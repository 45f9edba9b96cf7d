import type { z } from 'zod';
import type { handlingFormOut } from '../../../src/ticket/forms.ts';
import { fieldWords } from '../../matter/field-words.ts';
import { apiUrl } from '../../server/base.ts';
import { channelWords, satisfactionWords } from '../../matter/words.ts';
import { Slip } from '../../ui/print.tsx';
import { absolute } from '../../ui/time.ts';
import type { PlainKey } from '../../words/words.ts';
import { said, t } from '../../words/words.ts';

/** `GET /api/tickets/:id/handling-form` */
export type HandlingFormAnswer = z.output<typeof handlingFormOut>;

const kinds: Readonly<Record<string, PlainKey>> = {
  apology: 'ticket.form_apology',
  result: 'ticket.form_result',
  explanation: 'ticket.form_explanation',
  answer: 'ticket.form_answer',
  situation: 'ticket.form_situation',
};

/** Whether the complainant accepted what was explained to him (COMP-14); nothing where that is not known. */
function acceptedWords(accepted: boolean | null): string {
  if (accepted === null) return '';
  return accepted ? t('ticket.accepted_yes') : t('ticket.accepted_no');
}

type Decision = HandlingFormAnswer['approvals'][number]['decisions'][number];

/** An approval as it stands on the paper: how, why, by whom and in which post. */
function decided({ verdict, words, by, post, signedBy }: Decision): string {
  const how = t(verdict === 'approved' ? 'proposals.approved' : 'proposals.refused');
  const customer = signedBy ? t('proposals.customer_signed', { name: signedBy }) : '';
  return [how, words, by.name, post ? said(post) : '', customer].filter(Boolean).join(' · ');
}

/** What stands on the paper, line by line. */
export function HandlingForm({ form, organisation }: { form: HandlingFormAnswer; organisation: string }) {
  const moment = (at: string | null): string => (at === null ? '' : absolute(at));
  const lines = [
    { label: t('ticket.form_time'), text: moment(form.openedAt) },
    {
      label: t('ticket.form_receiver'),
      text: [form.receiver?.name, channelWords(form.channel)].filter(Boolean).join(' · '),
    },
    { label: t('ticket.form_customer'), text: form.customer ?? form.caller.name ?? '' },
    { label: t('matter.place'), text: form.place?.code ?? '' },
    {
      label: t('ticket.form_matter'),
      text: [`${said(form.kind)}: ${form.title}`, form.need].filter(Boolean).join('\n'),
    },
    ...form.fields.map((field) => ({ label: said(field.name), text: fieldWords(field, field.value) })),
    ...form.said.map((one, index) => ({
      label: `${index + 1}. ${t(kinds[one.kind] ?? 'ticket.form_answer')} ${absolute(one.at)}`,
      text: [one.text, one.rule, acceptedWords(one.accepted), one.by.name].filter(Boolean).join(' · '),
    })),
    ...form.parts.map((part) => ({
      label: `${said(part.department.name)} ${part.no}`,
      text: [part.person?.name, part.task, part.findings, part.measures].filter(Boolean).join(' · '),
    })),
    ...form.rulings.map((ruling) => ({
      label: t('ticket.decision'),
      text: [ruling.decision, ruling.decidedBy?.name].filter(Boolean).join(' · '),
    })),
    ...form.approvals.flatMap((approval) =>
      approval.decisions.map((one) => ({ label: `${said(approval.name)} ${absolute(one.at)}`, text: decided(one) })),
    ),
    { label: t('ticket.form_outcome'), text: form.outcome ?? '' },
    { label: t('ticket.form_told'), text: moment(form.toldAt) },
    {
      label: t('ticket.form_view'),
      text: form.satisfaction === null ? '' : `${form.satisfaction} · ${satisfactionWords(form.satisfaction)}`,
    },
    { label: t('ticket.form_closed'), text: moment(form.closedAt) },
  ].filter((line) => line.text !== '');
  return (
    <Slip
      organisation={organisation}
      title={t('ticket.form_title')}
      number={String(form.number)}
      lines={lines}
      pictures={form.photos.filter(isPicture).map(({ id, shows }, nth) => ({
        address: apiUrl(`files/${id}`),
        words: shows || t('form.photo', { number: nth + 1 }),
      }))}
      signers={[`${t('ticket.form_owner')} ${form.owner.name}`]}
    />
  );
}

/** A scan as a document is no picture: it is looked at on the matter. */
const isPicture = ({ type }: { type: string }) => type.startsWith('image/');
