import { sql } from 'kysely';
import type { Refusal } from '../../kernel/refusal.ts';
import { Forbidden, Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import type { Context, Event } from '../../platform/context.ts';
import { noSignals } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { allow, allowToSee, lockTicket } from '../../ticket/facts.ts';
import type { runMacroInput } from '../inputs.ts';
import { usableMacro } from '../queries.ts';
import type { Done } from '../run.ts';
import { factsOf, onTicket } from '../run.ts';
import type { z } from 'zod';
import { doStep } from './do-step.ts';

type Run = z.output<typeof runMacroInput>;

/**
 * Does all that a macro says, or nothing: the first step that is refused refuses the whole, under its own code. Each step is the
 * ordinary command with the rights of whoever runs it.
 */
export async function runMacro(context: Context, ticketId: string, input: Run): Promise<void> {
  const macro = await usableMacro(context, input);
  const ticket = await lockTicket(context, ticketId);
  await allow(context, 'ticket.see', ticket);
  const facts = await factsOf(context, ticket);
  for (const step of macro.steps) await doStep(context, ticketId, onTicket(step, facts));
  await record(context, {
    subject: { type: 'ticket', id: ticket.id },
    type: 'ticket.macro_run',
    data: { macro: macro.id, version: macro.version, steps: macro.steps.length },
  });
}

/**
 * What running it would do, step by step: it is really done, and then undone to the last row. So the preview shows exactly what
 * would happen, to the clocks too; a step that is refused says why, and those after it are tried all the same.
 */
export async function tryMacro(context: Context, ticketId: string, input: Run): Promise<Done[]> {
  const macro = await usableMacro(context, input);
  const ticket = await lockTicket(context, ticketId);
  await allowToSee(context, ticket);
  const facts = await factsOf(context, ticket);
  const done: Done[] = [];
  await sql`savepoint before_macro`.execute(context.tx);
  for (const step of macro.steps.map((one) => onTicket(one, facts))) {
    await sql`savepoint before_step`.execute(context.tx);
    done.push(await tryStep(context, ticketId, step));
  }
  await sql`rollback to savepoint before_macro`.execute(context.tx);
  return done;
}

async function tryStep(context: Context, ticketId: string, step: Done['step']): Promise<Done> {
  const events: Event[] = [];
  const watched: Context = {
    ...context,
    // nothing is said of what is undone
    signals: noSignals(),
    react: async (deeper, event) => {
      events.push(event);
      await context.react(deeper, event);
    },
  };
  try {
    await doStep(watched, ticketId, step);
    return { step, why: null, events };
  } catch (fault) {
    const why = refusalIn(fault);
    if (why === null) throw fault;
    await sql`rollback to savepoint before_step`.execute(context.tx);
    return { step, why, events: [] };
  }
}

/** What a rule said; anything else is a fault and no preview. */
function refusalIn(fault: unknown): Refusal | null {
  const said =
    fault instanceof Refused || fault instanceof Forbidden || fault instanceof Invalid || fault instanceof NotFound;
  return said ? { code: fault.code, params: fault.params } : null;
}
