import { NativeSelect, Textarea } from '@mantine/core';
import type { TicketView } from '../../../src/ticket/view.ts';
import { useDesk } from '../../matter/kinds.ts';
import type { Department } from '../../matter/kinds.ts';
import { departmentWords } from '../../matter/send-fields.tsx';
import { SlotPicker } from '../../matter/slot-picker.tsx';
import { useRead } from '../../server/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import type { Window } from '../work-orders/orders.ts';
import { PersonPicker } from './person-picker.tsx';
import type { DispatchAnswer } from './rows.ts';
import type { SendFacts } from './send.ts';
import { useSend } from './send.ts';

/** To be sent: an order that is there, or one to be made out for a matter. */
export type Sending = {
  ticketId: string;
  number: string;
  kind: string;
  departmentId: string | null;
  order: { id: string; person: { id: string; name: string } | null; appointment: Window | null } | null;
  /** Chosen already; empty: the department decides; null: whoever is proposed. */
  personId: string | null;
};

/** Sends somebody: who goes, with the proposal chosen, and when, in a window in which that person is free. */
export function SendDialog({ sending, close }: { sending: Sending | null; close: () => void }) {
  const number = sending?.number ?? '';
  const title = sending?.order ? t('dispatch.send_title', { number }) : t('dispatch.issue_title', { number });
  return (
    <Dialog opened={sending !== null} close={close} title={title} size="lg">
      {sending ? <Loaded sending={sending} close={close} /> : null}
    </Dialog>
  );
}

function Loaded({ sending, close }: { sending: Sending; close: () => void }) {
  const dispatch = useRead<DispatchAnswer>('dispatch', { about: ['ticket', 'work_order', 'duty'] });
  const ticket = useRead<TicketView>(`tickets/${sending.ticketId}`, { about: [`ticket/${sending.ticketId}`] });
  const { departments } = useDesk();
  const problem = dispatch.error ?? ticket.error;
  if (problem) return <ErrorState problem={problem} />;
  if (!dispatch.data || !ticket.data || departments.length === 0) return <LoadingLines count={6} height={32} />;
  return (
    <SendForm
      facts={{ sending, people: dispatch.data.people, ticket: ticket.data }}
      departments={departments}
      close={close}
    />
  );
}

type SendFormProps = { facts: SendFacts; departments: readonly Department[]; close: () => void };

function SendForm({ facts, departments, close }: SendFormProps) {
  const { sending } = facts;
  const { draft, choose, candidates } = useSend(facts, close);
  const { form } = draft;
  const { departmentId, personId, fromAt, untilAt } = form.values;
  return (
    <FormFrame draft={draft} submit={t('dispatch.send')}>
      {sending.order ? null : (
        <>
          <NativeSelect
            label={t('dispatch.which_department')}
            data={departments.map((one) => ({ value: one.id, label: departmentWords(one) }))}
            value={departmentId}
            error={form.errors['departmentId']}
            onChange={(event) => choose.department(event.currentTarget.value)}
          />
          <Textarea label={t('dispatch.task')} required rows={3} {...form.getInputProps('task')} />
        </>
      )}
      <PersonPicker
        people={candidates}
        value={personId}
        onChange={choose.person}
        mayBeNobody={sending.order === null}
        error={form.errors['personId']}
      />
      <SlotPicker
        personId={personId || null}
        orderId={sending.order?.id ?? null}
        fromAt={fromAt}
        untilAt={untilAt}
        onChange={choose.window}
        error={form.errors['appointment'] ?? form.errors['fromAt'] ?? form.errors['untilAt']}
      />
    </FormFrame>
  );
}
