import type { Language } from '../kernel/words.ts';
import { languageOfActor, mayAlso } from '../organisation/finder.ts';
import { departments } from '../organisation/house.ts';
import type { Field } from '../pack/format.ts';
import { kindOf } from '../pack/kinds.ts';
import type { Reaction } from '../platform/context.ts';
import { ticketById } from '../ticket/facts.ts';
import type { Ticket } from '../ticket/ticket.ts';
import { issueNewWorkOrder } from '../work-order/commands/issue-work-order.ts';
import { issueWorkOrderInput } from '../work-order/inputs.ts';

/** A line of an inspection is out of order: hands are sent at once, under the matter itself, which waits for them (MOVE-15). */
export const sendForFailed: Reaction = async (context, event) => {
  const { field: key, department } = event.data as { field: string; department: string };
  const ticket = await ticketById(context.tx, event.subject.id);
  const kind = await kindOf(context, ticket.kind, ticket.kind_version);
  const field = kind.fields.find((one) => one.key === key)!;
  const to = [...(await departments(context)).values()].find((one) => one.key === department)!;
  const task = taskOf(field, ticket, await languageOfActor(context));
  await issueNewWorkOrder(
    mayAlso(context, 'work_order.issue'),
    ticket,
    issueWorkOrderInput.parse({ departmentId: to.id, task }),
  );
};

/** Which line, what it was found to be, and what was said about it. */
function taskOf(field: Field, { fields }: Ticket, language: Language): string {
  const found = field.choices!.find((choice) => choice.key === fields[field.key])!;
  const said = found.failed?.saidIn ? fields[found.failed.saidIn] : undefined;
  const line = `${field.name[language]}: ${found.name[language]}`;
  return typeof said === 'string' && said !== '' ? `${line}\n${said}` : line;
}
