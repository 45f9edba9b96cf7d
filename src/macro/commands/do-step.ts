import type { Context } from '../../platform/context.ts';
import { answerCustomer } from '../../ticket/commands/add-note.ts';
import { changeTicket } from '../../ticket/commands/change-ticket.ts';
import { moveStage } from '../../ticket/commands/move-stage.ts';
import { addNote } from '../../ticket/commands/note-inside.ts';
import { offerTicket } from '../../ticket/commands/offer-ticket.ts';
import { promiseReply } from '../../ticket/commands/promise-reply.ts';
import { issueWorkOrder } from '../../work-order/commands/issue-work-order.ts';
import type { Step } from '../macro.ts';
import { dueIn } from '../run.ts';

type Of<Act extends Step['do']> = Extract<Step, { do: Act }>;
type Acts = { [Act in Step['do']]: (context: Context, ticketId: string, step: Of<Act>) => Promise<unknown> };

/** Each step is the ordinary command, with the rights of whoever runs the macro and all its rules. */
const ACTS: Acts = {
  note: (context, id, { text }) => addNote(context, id, { text }),
  answer: (context, id, { text, channel }) =>
    answerCustomer(context, id, { text, channel, sendsElsewhere: false, evenSo: true }),
  field: (context, id, { key, value }) => changeTicket(context, id, { fields: { [key]: value } }),
  stage: (context, id, { stage }) => moveStage(context, id, { stage }),
  promise: (context, id, { words, minutes }) => promiseReply(context, id, { words, dueAt: dueIn(context, minutes) }),
  offer: (context, id, { toId, reason }) => offerTicket(context, id, { toId, reason, way: 'over' }),
  work_order: (context, id, { departmentId, task }) =>
    issueWorkOrder(context, id, { task, ...(departmentId ? { departmentId } : {}) }),
};

export async function doStep(context: Context, ticketId: string, step: Step): Promise<void> {
  const act = ACTS[step.do] as (context: Context, ticketId: string, step: Step) => Promise<unknown>;
  await act(context, ticketId, step);
}
