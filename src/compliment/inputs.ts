import { z } from 'zod';
import { id, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { channelInput } from '../ticket/shapes.ts';

export const passOnInput = z.strictObject({
  people: z.array(id('person')).max(20).default([]).describe('Whom it is about'),
  departments: z.array(id('department')).max(10).default([]).describe('Departments it is about as such'),
  answer: text.describe('What the customer was answered; the kind offers standard words'),
  channel: channelInput.default('phone').describe('How he was answered'),
});

const span = {
  from: moment.optional().describe('Passed on at or after'),
  until: moment.optional().describe('Passed on before'),
};

export const complimentsQuery = z.strictObject({
  ...pageQuery,
  ...span,
  person: id('person').optional().describe('Only those about this person'),
  department: id('department').optional().describe('Only those about this department or somebody in it'),
});

export const myComplimentsQuery = z.strictObject({ ...pageQuery, ...span });

export const complimentCountsQuery = z.strictObject(span);
