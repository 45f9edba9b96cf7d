import { z } from 'zod';
import { departmentNameOut, personOut } from '../organisation/shapes.ts';
import { idOut, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { channelOut, numberOut, titleOut } from '../ticket/shapes.ts';

export const complimentLineOut = z.object({
  id: idOut('ticket'),
  number: numberOut,
  title: titleOut,
  channel: channelOut,
  said: z.string().describe('What the customer said'),
  source: z.string().nullable().describe("Key of the choice in the kind's field `source`; null: not noted"),
  at: momentOut.describe('When it was passed on'),
  people: z.array(personOut).describe('Whom it is about'),
  departments: z.array(departmentNameOut).describe('Departments it is about as such'),
  answer: z.string().describe('standard: the words that the kind offers; own: other words'),
});
export const complimentsOut = pageOf(complimentLineOut);

const n = z.number().describe('How many compliments');

export const complimentCountsOut = z.object({
  total: z.number().describe('Compliments passed on'),
  standard: z.number().describe('Of these, answered with the words that the kind offers'),
  people: z.array(z.object({ person: personOut, n })).describe('About whom, the most first'),
  departments: z
    .array(z.object({ department: departmentNameOut, n }))
    .describe('About which department or somebody in it, the most first; one about two of its people counts once'),
});

export const complimentOut = z.object({
  offered: wordsOut.nullable().describe('The modest standard answer; null: the kind offers none'),
});
