import { z } from 'zod';
import { id, idOut, line, text } from '../platform/http/shapes.ts';
import { channelInput } from '../ticket/shapes.ts';

const gaps = '{customer}, {number}, {title}, {place}, {owner} and {me} are filled in on the ticket';

/** A month; what is promised later than that is promised by hand. */
const LONGEST = 31 * 24 * 60;

/** One act in the row, named by what it does. */
const stepOf = <Person extends z.ZodType, Department extends z.ZodType>(person: Person, department: Department) =>
  z.discriminatedUnion('do', [
    z.strictObject({
      do: z.literal('note').describe('An internal note'),
      text: text.describe(`What is noted; ${gaps}`),
    }),
    z.strictObject({
      do: z.literal('answer').describe('An answer to the customer'),
      text: text.describe(`What he is told; ${gaps}`),
      channel: channelInput.default('phone').describe('How he is told'),
    }),
    z.strictObject({
      do: z.literal('field').describe("A field of the kind's own"),
      key: z.string().max(60).describe('Which field'),
      value: z.union([z.string().max(10_000), z.number(), z.boolean()]).describe('What stands in it afterwards'),
    }),
    z.strictObject({
      do: z.literal('stage').describe('A move between open stages'),
      stage: z.string().max(60).describe('Key of the stage'),
    }),
    z.strictObject({
      do: z.literal('promise').describe('A reply promised'),
      words: line.describe(`What is promised; ${gaps}`),
      minutes: z.number().int().min(5).max(LONGEST).describe('In how many minutes from then on it is due'),
    }),
    z.strictObject({
      do: z.literal('offer').describe('A hand-over offered'),
      toId: person.describe('To whom'),
      reason: line.describe(`Why it is handed over; ${gaps}`),
    }),
    z.strictObject({
      do: z.literal('work_order').describe('A work order issued'),
      departmentId: department.optional().describe("Left out: the ticket's own department"),
      task: text.describe(`What is to be done; ${gaps}`),
    }),
  ]);

export const stepInput = stepOf(id('person'), id('department'));
/** The same as it goes out again. */
export const stepOut = stepOf(idOut('person'), idOut('department'));

const name = line.max(60).describe('What it is called');
const steps = z.array(stepInput).min(1).max(12).describe('What it does, in this order; all of it or nothing');

export const macroInput = z.strictObject({
  id: id('macro').optional().describe("The client's own new id; the same id again keeps nothing twice"),
  name,
  steps,
  shared: z.boolean().default(false).describe('true: for everybody of the centre; false: for whoever makes it'),
});

export const changeMacroInput = z.strictObject({
  version: z.number().int().describe('The `version` last read; a newer one refuses the change as `stale`'),
  name,
  steps,
});

export const runMacroInput = z.strictObject({
  macroId: id('macro').describe('Which macro'),
  version: z
    .number()
    .int()
    .optional()
    .describe('The version that was looked at; a newer one refuses it as `stale`. Left out: the newest'),
});
