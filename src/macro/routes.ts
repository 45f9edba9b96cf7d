import { z } from 'zod';
import { named, personNames } from '../organisation/house.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK, versionOut } from '../platform/http/shapes.ts';
import { changed, changedOut, ticketParams } from '../ticket/answer.ts';
import { changeMacro, keepMacro, retireMacro } from './commands/keep-macro.ts';
import { runMacro, tryMacro } from './commands/run-macro.ts';
import { changeMacroInput, macroInput, runMacroInput } from './inputs.ts';
import { usableMacro } from './queries.ts';
import { macrosOf, macrosOut, macroTriedOut, triedView, versionsOut } from './view.ts';

const params = z.object({ id: id('macro') });
const tag = 'Macros';

/** Acts in a row, kept under a name. */
export const macroRoutes: Route[] = [
  route({
    name: 'listMacros',
    method: 'GET',
    path: '/macros',
    admits: 'ticket.see',
    tag,
    summary: 'My own macros and those my centre shares',
    answer: macrosOut,
    handle: macrosOf,
  }),
  route({
    name: 'keepMacro',
    method: 'POST',
    path: '/macros',
    admits: 'ticket.see',
    tag,
    summary: 'Keep acts in a row under a name',
    status: 201,
    body: macroInput,
    example: {
      name: 'Plumber is on his way',
      steps: [{ do: 'answer', text: '{customer}: the plumber is on his way.' }],
    },
    answer: z.object({ id: idOut('macro') }),
    handle: async (context, { body }) => ({ id: await keepMacro(context, body) }),
  }),
  route({
    name: 'changeMacro',
    method: 'PUT',
    path: '/macros/:id',
    admits: 'ticket.see',
    tag,
    summary: 'A new version of a macro; the former ones stay readable',
    params,
    body: changeMacroInput,
    answer: z.object({ version: versionOut }),
    handle: async (context, given) => ({ version: await changeMacro(context, given.params.id, given.body) }),
  }),
  route({
    name: 'retireMacro',
    method: 'DELETE',
    path: '/macros/:id',
    admits: 'ticket.see',
    tag,
    summary: 'Take a macro away',
    params,
    answer: done,
    handle: async (context, given) => {
      await retireMacro(context, given.params.id);
      return OK;
    },
  }),
  route({
    name: 'macroVersions',
    method: 'GET',
    path: '/macros/:id/versions',
    admits: 'ticket.see',
    tag,
    summary: 'What a macro was before, by whom and since when; the newest first',
    params,
    answer: versionsOut,
    handle: async (context, given) => {
      const macro = await usableMacro(context, { macroId: given.params.id });
      const rows = await context.tx
        .selectFrom('macro_version')
        .selectAll()
        .where('macro_id', '=', macro.id)
        .orderBy('version', 'desc')
        .limit(100)
        .execute();
      const names = await personNames(context);
      return {
        items: rows.map(({ version, name, steps, by_id, at }) => ({
          version,
          name,
          steps,
          by: named(names, by_id),
          at,
        })),
      };
    },
  }),
  route({
    name: 'tryMacro',
    method: 'POST',
    path: '/tickets/:id/macro/preview',
    admits: 'ticket.see',
    tag,
    summary: 'Exactly what a macro would do to a ticket, and which step would be refused; changes nothing',
    params: ticketParams,
    body: runMacroInput,
    answer: macroTriedOut,
    handle: async (context, { params: { id: ticketId }, body }) =>
      triedView(context, ticketId, await tryMacro(context, ticketId, body)),
  }),
  route({
    name: 'runMacro',
    method: 'POST',
    path: '/tickets/:id/macro',
    admits: 'ticket.see',
    tag,
    summary: 'Do all that a macro says, or nothing',
    params: ticketParams,
    body: runMacroInput,
    answer: changedOut,
    handle: async (context, { params: { id: ticketId }, body }) => {
      await runMacro(context, ticketId, body);
      return changed(context, ticketId);
    },
  }),
];
