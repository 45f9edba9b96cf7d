import { z } from 'zod';
import { id, line, moment, text } from '../platform/http/shapes.ts';

const happenedAt = moment.optional().describe('When it happened on the spot, if reported later; never in the future');

export const appointmentInput = z
  .strictObject({ fromAt: moment, untilAt: moment })
  .refine((window) => window.untilAt > window.fromAt, {
    message: 'appointment.ends_before_it_begins',
    path: ['untilAt'],
  });

export const issueWorkOrderInput = z.strictObject({
  id: id('work_order').optional(),
  departmentId: id('department').optional().describe("Left out: the ticket's own department"),
  personId: id('person').optional().describe('Left out: the department sends somebody'),
  task: text,
  appointment: appointmentInput
    .optional()
    .describe('When somebody comes; refused where the person is already elsewhere'),
});

export const acceptInput = z.strictObject({
  personId: id('person').optional().describe('Who goes; left out: whoever accepts'),
  happenedAt,
});
export const refuseInput = z.strictObject({ reason: line, happenedAt });
export const reportInput = z.strictObject({ happenedAt });
export const assignInput = z.strictObject({ personId: id('person') });
export const setAppointmentInput = z.strictObject({
  id: id('appointment').optional(),
  fromAt: moment,
  untilAt: moment,
  note: z.string().trim().max(500).default(''),
});
export const noAccessInput = z.strictObject({
  note: line,
  next: appointmentInput.optional().describe('The second appointment'),
  happenedAt,
});
export const doneInput = z.strictObject({
  findings: text.describe('What was found on the spot (WORK-11)'),
  measures: text.describe('What was done about it'),
  minutes: z.number().int().min(0).max(10_000),
  informedId: id('person').optional().describe('Head or manager told of it, where that was necessary'),
  photoIds: z.array(id('file')).max(20).default([]),
  signedBy: z.string().trim().max(100).optional().describe('Who signed on the screen'),
  signatureId: id('file').optional(),
  happenedAt,
});
export const cancelWorkOrderInput = z.strictObject({ reason: line });
