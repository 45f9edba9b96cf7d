import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { clock, recordMark } from './commands/clock.ts';
import { planShift, takeOutShift } from './commands/plan-shifts.ts';
import { copyWeek, publishWeek } from './commands/publish-week.ts';
import {
  attendanceQuery,
  clockInput,
  copyInput,
  markInput,
  planShiftInput,
  rotaQuery,
  takeOutInput,
  weekInput,
} from './inputs.ts';
import { myAttendance, rotaWeek } from './rota-week.ts';
import { listAttendance, shiftPage } from './shift-views.ts';
import { attendanceOut, mineOut, rotaWeekOut, shiftPageOut } from './view.ts';

const params = z.object({ id: id('shift') });
const tag = 'Attendance';
const counted = z.object({ count: z.number().describe('How many shifts it were') });

/** Who is due at work when, who came and went (WFRC-01, WFRC-03, WFRC-04). */
export const attendanceRoutes: Route[] = [
  route({
    name: 'readRotaWeek',
    method: 'GET',
    path: '/attendance/rota',
    admits: 'attendance.see',
    tag,
    summary: 'Who works when in a week',
    query: rotaQuery,
    answer: rotaWeekOut,
    handle: (context, { query }) => rotaWeek(context, query),
  }),
  route({
    name: 'readMyAttendance',
    method: 'GET',
    path: '/attendance/mine',
    admits: 'signed-in',
    tag,
    summary: 'My shifts around now, and whether I may say that I have come or go',
    answer: mineOut,
    handle: (context) => myAttendance(context),
  }),
  route({
    name: 'listAttendance',
    method: 'GET',
    path: '/attendance',
    admits: 'attendance.see',
    tag,
    summary: 'Attendance shift by shift, the newest first',
    query: attendanceQuery,
    answer: attendanceOut,
    handle: (context, { query }) => listAttendance(context, query),
  }),
  route({
    name: 'clockSelf',
    method: 'POST',
    path: '/attendance/clock',
    admits: 'signed-in',
    tag,
    summary: 'Say that I have come, or that I go; the server’s time counts',
    body: clockInput,
    answer: done,
    handle: async (context, { body }) => {
      await clock(context, body);
      return OK;
    },
  }),
  route({
    name: 'planShift',
    method: 'POST',
    path: '/attendance/shifts',
    admits: 'attendance.see',
    tag,
    summary: 'Plan a shift, as a draft until its week is published',
    status: 201,
    body: planShiftInput,
    example: {
      id: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      personId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6f',
      day: '2026-11-30',
      from: '19:00',
      to: '03:00',
      presence: 'online',
    },
    answer: done,
    handle: async (context, { body }) => {
      await planShift(context, body);
      return OK;
    },
  }),
  route({
    name: 'publishRotaWeek',
    method: 'POST',
    path: '/attendance/rota/publish',
    admits: 'attendance.see',
    tag,
    summary: 'Publish the drafts of a week: everybody is told his shifts',
    body: weekInput,
    answer: counted,
    handle: async (context, { body }) => ({ count: await publishWeek(context, body) }),
  }),
  route({
    name: 'copyRotaWeek',
    method: 'POST',
    path: '/attendance/rota/copy',
    admits: 'attendance.see',
    tag,
    summary: 'Copy the shifts of a week into another, as drafts',
    body: copyInput,
    answer: counted,
    handle: async (context, { body }) => ({ count: await copyWeek(context, body) }),
  }),
  route({
    name: 'readShift',
    method: 'GET',
    path: '/attendance/shifts/:id',
    admits: 'attendance.see',
    tag,
    summary: 'One shift with each mark and each correction',
    params,
    answer: shiftPageOut,
    handle: (context, { params: { id: shiftId } }) => shiftPage(context, shiftId),
  }),
  route({
    name: 'takeOutShift',
    method: 'POST',
    path: '/attendance/shifts/:id/take-out',
    admits: 'attendance.see',
    tag,
    summary: 'Take a shift out of the rota',
    params,
    body: takeOutInput,
    answer: done,
    handle: async (context, { params: { id: shiftId }, body }) => {
      await takeOutShift(context, shiftId, body);
      return OK;
    },
  }),
  route({
    name: 'recordMark',
    method: 'POST',
    path: '/attendance/shifts/:id/marks',
    admits: 'attendance.keep',
    tag,
    summary: 'Record somebody’s coming or going for him, or correct it, with the reason',
    params,
    body: markInput,
    answer: done,
    handle: async (context, { params: { id: shiftId }, body }) => {
      await recordMark(context, shiftId, body);
      return OK;
    },
  }),
];
