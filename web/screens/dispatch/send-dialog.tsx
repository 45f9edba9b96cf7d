import { NativeSelect, Textarea } from '@mantine/core';
import type { TicketView } from '../../../src/ticket/view.ts';
import { useRead } from '../../queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import type { Window } from '../work-orders/orders.ts';
import { SlotPicker } from '../work-orders/slot-picker.tsx';
import type { Intake } from './people-pane.tsx';
import { useKinds } from './people-pane.tsx';
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
  const kinds = useKinds();
  const problem = dispatch.error ?? ticket.error;
  if (problem) return <ErrorState problem={problem} />;
  if (!dispatch.data || !ticket.data || !kinds) return <LoadingLines count={6} height={32} />;
  return (
    <SendForm
      facts={{ sending, people: dispatch.data.people, ticket: ticket.data }}
      departments={kinds.departments}
      close={close}
    />
  );
}

type SendFormProps = { facts: SendFacts; departments: Intake['departments']; close: () => void };

function SendForm({ facts, departments, close }: SendFormProps) {
  const { sending, people } = facts;
  const { draft, choose, candidates } = useSend(facts, close);
  const { form } = draft;
  const { departmentId, personId, slot } = form.values;
  const own = sending.order?.appointment;
  const booked = (people.find((hand) => hand.id === personId)?.appointments ?? []).filter(
    (one) => one.workOrderId !== sending.order?.id,
  );
  return (
    <FormFrame draft={draft} submit={t('dispatch.send')}>
      {sending.order ? null : (
        <>
          <NativeSelect
            label={t('dispatch.which_department')}
            data={departments.map((one) => ({
              value: one.id,
              label: one.outsideFirm ? t('dispatch.outside_firm', { name: said(one.name) }) : said(one.name),
            }))}
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
        key={personId}
        label={t('dispatch.when')}
        booked={booked}
        value={slot}
        onChange={choose.slot}
        none={own ? t('dispatch.keep_window') : t('dispatch.no_window')}
      />
    </FormFrame>
  );
}
