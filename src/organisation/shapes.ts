import { z } from 'zod';
import { idOut, wordsOut, momentOut } from '../platform/http/shapes.ts';

/** Somebody who works here, as every line names him. */
export const personOut = z
  .object({ id: idOut('person'), name: z.string().describe('As colleagues and customers are told it') })
  .meta({ id: 'Person', description: 'A person of ours' });

export const departmentNameOut = z
  .object({ id: idOut('department'), name: wordsOut.describe('What it is called') })
  .meta({ id: 'DepartmentName', description: 'A department or outside firm' });

export const roleOut = z
  .string()
  .describe(
    'What ladders and screens call the post, whatever its name in the trade: front_desk, agent, supervisor, department_head, centre_manager, office_head, deputy_general_manager, company_leader, worker, emergency or administrator',
  );
export const onDutyOut = z.boolean().describe('Whether he is at work now: his own switch, off while he is absent');
export const outsideFirmOut = z
  .boolean()
  .describe('Not a department of ours but a firm we send; its people may have no account');
export const zoneOut = z.string().describe('IANA time zone, e.g. Asia/Shanghai');
export const keyOut = z.string().describe('A stable name for programs: lower-case letters, digits, underscores');
export const changedByOut = z
  .string()
  .nullable()
  .describe('Name of who made this version; null: the pack, or the start');
export const changedWhyOut = z.string().nullable().describe('The reason given; null: as the pack ships it');
export const closedOut = z.boolean().describe('Given up: kept for what refers to it, offered for nothing new');

/** What is kept of every version of a rule of the house. */
export const keptVersion = {
  version: z.number().describe('1, 2, ...'),
  at: momentOut.describe('From when it holds'),
  by: changedByOut,
  why: changedWhyOut,
};

/** What stood before each change, as a page of it tells it. */
export const formerOut = z
  .array(
    z.object({
      before: z.record(z.string(), z.unknown()).describe('What was changed, as it stood, by name'),
      by: personOut,
      at: momentOut,
    }),
  )
  .describe('Every change, the first first');
