import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EnteredAct } from '../../../src/custody/custody.ts';
import { CONDITIONS, MOVES } from '../../../src/custody/custody.ts';
import { TicketPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { useSession } from '../../session/session.ts';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { printSlip } from '../../ui/print.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { CustodyLine } from './custody-words.ts';
import { useCustodyKinds } from './custody-words.ts';
import type { Values } from './entry-values.ts';
import { blank, bodyOf, isReport, problemsOf, receiverName } from './entry-values.ts';
import { HolderFields } from './holder-fields.tsx';
import { CustodySlip } from './slip.tsx';

type Item = Pick<CustodyLine, 'id' | 'kind' | 'number' | 'label' | 'sort' | 'customer' | 'place'>;
type Props = { act: EnteredAct; item: Item; done: () => void };

/** One entry about a thing: who gets it, what for, when it is back; a slip is printed with it where one is wanted. */
export function EntryForm({ act, item, done }: Props) {
  const { organisation, person } = useSession();
  const [slip, wantSlip] = useState(false);
  const kind = useCustodyKinds().items.find(({ key }) => key === item.kind.key);
  const draft = useDraftForm<Values, unknown>({
    subject: `custody/${item.id}/${act}`,
    initial: blank(act, item.customer),
    check: (values) => problemsOf(act, values, kind),
    send: (values, options) => api.post(`custody/${item.id}/entries`, bodyOf(act, values), options),
    changes: () => ['custody_item', `custody_item/${item.id}`, 'commitment', 'ticket'],
    done: (_, values) => {
      say(t('custody.entered'));
      done();
      if (slip)
        printSlip(
          <CustodySlip
            organisation={organisation.name}
            act={act}
            item={item}
            said={{ ...values, to: receiverName(values), by: person.name }}
          />,
        );
    },
  });
  const given = MOVES[act].holder === 'given';
  return (
    <FormFrame draft={draft} submit={t(`custody.do_${act}`)}>
      {given ? <HolderFields form={draft.form} /> : null}
      <Fields act={act} draft={draft} applied={kind?.application !== undefined} />
      {given && act !== 'handed_over' ? (
        <Checkbox
          label={t('custody.print_slip')}
          checked={slip}
          onChange={(event) => wantSlip(event.currentTarget.checked)}
        />
      ) : null}
    </FormFrame>
  );
}

type FieldProps = { act: EnteredAct; draft: DraftForm<Values>; applied: boolean };

function Fields({ act, draft: { form }, applied }: FieldProps) {
  const of = form.getInputProps;
  const given = act === 'drawn' || act === 'handed_over' || act === 'handed_out';
  return (
    <>
      {given ? <TextInput label={t('custody.purpose')} required maxLength={200} {...of('purpose')} /> : null}
      {act === 'drawn' ? (
        <MomentField
          label={t('custody.due_back')}
          description={t('custody.due_back_why')}
          value={form.values.dueBack}
          onChange={(at) => form.setFieldValue('dueBack', at)}
          error={form.errors['dueBack']}
        />
      ) : null}
      {act === 'issued' || act === 'renewed' ? (
        <TextInput type="date" label={t('custody.valid_until')} {...of('validUntil')} />
      ) : null}
      {act === 'issued' ? (
        <TicketPicker
          except=""
          label={t('custody.ticket')}
          description={t('custody.ticket_why')}
          required={applied}
          value={form.values.ticket}
          onChange={(ticket) => form.setFieldValue('ticket', ticket)}
          error={form.errors['ticketId']}
        />
      ) : null}
      {act === 'returned' ? (
        <Choices
          label={t('custody.condition')}
          options={CONDITIONS.map((value) => ({ value, label: t(`custody.condition_${value}`) }))}
          value={form.values.condition}
          onChange={(condition) => form.setFieldValue('condition', condition)}
          error={form.errors['condition']}
          required
        />
      ) : null}
      {isReport(act, form.values) ? (
        <>
          <Textarea label={t('custody.what_happened')} required autosize minRows={2} {...of('whatHappened')} />
          <Textarea label={t('custody.cause')} autosize minRows={1} {...of('cause')} />
          <Textarea label={t('custody.measures')} autosize minRows={1} {...of('measures')} />
        </>
      ) : null}
      <TextInput
        label={act === 'written_off' ? t('custody.why_written_off') : t('custody.remark')}
        required={act === 'written_off'}
        maxLength={200}
        {...of('remark')}
      />
    </>
  );
}
