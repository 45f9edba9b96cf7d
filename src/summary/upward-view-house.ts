import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { idOut } from '../platform/http/shapes.ts';

const beside = z.object({
  n: z.number().describe('In this period'),
  before: z.number().describe('The same in the period before'),
});
const quantity = z.number().describe('How many of its unit');

export const materialsOut = z
  .array(
    z.object({
      department: departmentNameOut.nullable().describe('Whose plan'),
      materialId: idOut('material'),
      name: z.string().describe('What it is called'),
      unit: z.string().describe('What is counted'),
      planned: quantity.describe('By the plan in force of the month in which the period ends'),
      neededBy: z.string().nullable().describe('By which day, YYYY-MM-DD; null: not planned'),
      requested: quantity.describe('Asked for in that month and not decided yet'),
      received: quantity.describe('Received in that month, by the end of the period'),
      issued: quantity.describe('Issued in that month, by the end of the period'),
      inStock: quantity.describe('In the stock of the department then'),
      short: quantity.describe('What the plan still wanted that was not in stock'),
      late: z.boolean().describe('Short on its day or after'),
      receivedNow: beside.describe('Received in the period'),
      issuedNow: beside.describe('Issued in the period'),
      records: z.string().describe('Address of the entries of the month, this API'),
    }),
  )
  .describe('The plan of material and what became of it: what is short first');

export const workOut = z
  .array(
    z.object({
      person: personOut.describe('Who'),
      planned: beside.describe('Items due in the period'),
      done: beside.describe('Of these, done'),
      late: beside.describe('Of these, done late, or not done though they were due'),
      sentBack: beside.describe('Of these, sent back by a check'),
      records: z.string().describe('Address of the items it counts, this API'),
    }),
  )
  .describe('What each was to do by the plans of the day and of the department: who had the most first');
