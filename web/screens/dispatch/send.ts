import { useState } from 'react';
import type { TicketView } from '../../../src/ticket/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import type { Ends } from '../../matter/slots.ts';
import { windowOf } from '../../matter/slots.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { nowMs } from '../../ui/time.ts';
import { offerUndo, say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { About } from '../../server/queries.ts';
import { refresh } from '../../server/queries.ts';
import type { Ranked } from './proposal.ts';
import { ranked } from './proposal.ts';
import type { Hand } from './rows.ts';
import type { Sending } from './send-dialog.tsx';

export type SendFacts = { sending: Sending; people: readonly Hand[]; ticket: TicketView };

type Values = { id: string; departmentId: string; personId: string; task: string } & Ends;

const unset: Ends = { fromAt: null, untilAt: null };

/** As long as the server holds messages to people back, so that undo is real. */
const undoFor = 10_000;

function firstOf({ sending, people, ticket }: SendFacts): Values {
  const departmentId = sending.departmentId ?? ticket.department?.id ?? '';
  const proposed = ranked(people, { departmentId, kind: sending.kind }).find((hand) => hand.proposed)?.id ?? '';
  const sent = sending.order?.person?.id;
  return {
    id: newId<'work_order'>(nowMs()),
    departmentId,
    personId: sending.personId ?? (proposed === sent ? '' : proposed),
    task: [ticket.title, ticket.need].filter(Boolean).join('\n'),
    ...unset,
  };
}

type Send = {
  draft: DraftForm<Values>;
  choose: {
    department: (id: string) => void;
    person: (id: string) => void;
    window: (window: Ends) => void;
  };
  candidates: Ranked[];
};

/** The form that sends somebody, or makes out an order and sends it. */
export function useSend(facts: SendFacts, close: () => void): Send {
  const { sending, people } = facts;
  const [initial] = useState(() => firstOf(facts));
  const draft = useDraftForm<Values>({
    subject: sending.order ? `work_order/${sending.order.id}/send` : `ticket/${sending.ticketId}/send`,
    initial,
    check: (values) => ({
      task: sending.order || values.task.trim() ? null : t('dispatch.task_needed'),
      departmentId: values.departmentId ? null : t('dispatch.department_needed'),
      personId: sending.order === null || values.personId ? null : t('dispatch.person_needed'),
    }),
    send: async (values, { key }) => {
      if (sending.order) await assign(sending.order.id, values, key);
      else await issue(sending.ticketId, values, key);
    },
    changes: () => changedBy(sending),
    done: (_nothing, values) => {
      saySent(facts, values);
      close();
    },
  });
  const { form } = draft;
  return {
    draft,
    candidates: ranked(people, { departmentId: form.values.departmentId, kind: sending.kind }),
    choose: {
      department: (departmentId) => {
        const best = ranked(people, { departmentId, kind: sending.kind }).find((hand) => hand.proposed)?.id ?? '';
        form.setValues({ departmentId, personId: best, ...unset });
      },
      // Another person's day is another one: a window chosen before may not be free in it.
      person: (personId) => form.setValues({ personId, ...unset }),
      window: (window) => form.setValues(window),
    },
  };
}

function changedBy({ ticketId, order }: Sending): About {
  const changed: About = ['work_order', 'ticket', `ticket/${ticketId}`];
  return order ? [...changed, `work_order/${order.id}`] : changed;
}

async function assign(orderId: string, { personId, ...when }: Values, key: string): Promise<void> {
  await api.post(`work-orders/${orderId}/assign`, { personId }, { key: `${key}-1` });
  const window = windowOf(when);
  if (window) await api.post(`work-orders/${orderId}/appointment`, window, { key: `${key}-2` });
}

async function issue(ticketId: string, values: Values, key: string): Promise<void> {
  const { id, departmentId, personId, task } = values;
  const window = windowOf(values);
  const body = {
    id,
    departmentId,
    task: task.trim(),
    ...(personId ? { personId } : {}),
    ...(window ? { appointment: window } : {}),
  };
  await api.post(`tickets/${ticketId}/work-orders`, body, { key });
}

/** Says who goes, and offers to take it back: to whoever was sent before, or the order itself. */
function saySent({ sending, people }: SendFacts, values: Values): void {
  const name = people.find((hand) => hand.id === values.personId)?.name;
  const { number, order } = sending;
  const words = name ? t('dispatch.sent', { number, name }) : t('dispatch.sent_department', { number });
  const before = order?.person?.id;
  if (order && !before) {
    say(words);
    return;
  }
  const undo = order
    ? () => api.post(`work-orders/${order.id}/assign`, { personId: before })
    : () => api.post(`work-orders/${values.id}/cancel`, { reason: t('dispatch.undone_reason') });
  offerUndo(words, () => undo().then(() => refresh(['work_order', 'ticket'])), undoFor);
}
