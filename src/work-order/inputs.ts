import { z } from 'zod';
import { id, line, moment, text, versionSeen } from '../platform/http/shapes.ts';

const happenedAt = moment.optional().describe('When it happened on the spot, if reported later; never in the future');

const window = {
  fromAt: moment.describe('From when somebody may come'),
  untilAt: moment.describe('By when somebody must have come'),
};

export const appointmentInput = z.strictObject(window).refine((between) => between.untilAt > between.fromAt, {
  message: 'appointment.ends_before_it_begins',
  path: ['untilAt'],
});

export const issueWorkOrderInput = z.strictObject({
  id: id('work_order').optional().describe("The client's own new id; the same id again issues nothing twice"),
  departmentId: id('department').optional().describe("Left out: the ticket's own department"),
  personId: id('person').optional().describe('Left out: the department sends somebody'),
  task: text.describe('What is to be done'),
  appointment: appointmentInput
    .optional()
    .describe('When somebody comes; refused where the person is already elsewhere'),
});

export const issuePartsInput = z.strictObject({
  version: versionSeen,
  parts: z
    .array(
      z.strictObject({
        id: id('work_order').optional().describe("The client's own new id; the same id again issues nothing twice"),
        departmentId: id('department').describe('Which department has this part'),
        task: text.describe('What it is to do'),
      }),
    )
    .min(1)
    .max(12)
    .describe('A part for each department, once each'),
});
export type IssueParts = z.output<typeof issuePartsInput>;

export const acceptInput = z.strictObject({
  personId: id('person').optional().describe('Who goes; left out: whoever accepts'),
  happenedAt,
});

export const refuseInput = z.strictObject({ reason: line.describe('Why it cannot be done'), happenedAt });
export const reportInput = z.strictObject({ happenedAt });
export const assignInput = z.strictObject({ personId: id('person').describe('Who goes') });
export const setAppointmentInput = z.strictObject({
  id: id('appointment').optional().describe("The client's own new id; the same id again books nothing twice"),
  ...window,
  note: z.string().trim().max(500).default('').describe('What to know at the door'),
});

export const noAccessInput = z.strictObject({
  note: line.describe('What was tried: rang, called, left a card'),
  next: appointmentInput.optional().describe('The second appointment'),
  happenedAt,
});

export const doneInput = z.strictObject({
  findings: text.describe('What was found on the spot (WORK-11)'),
  measures: text.describe('What was done about it'),
  minutes: z.number().int().min(0).max(10_000).describe('Minutes of work'),
  informedId: id('person').optional().describe('Head or manager told of it, where that was necessary'),
  photoIds: z
    .array(id('file'))
    .max(20)
    .default([])
    .describe('Photos taken on the spot, uploaded before by POST /files'),
  signedBy: z.string().trim().max(100).optional().describe('Who signed on the screen'),
  signatureId: id('file').optional().describe('The signature as a picture, uploaded before by POST /files'),
  happenedAt,
});

export const cancelWorkOrderInput = z.strictObject({ reason: line.describe('Why it is taken back') });
