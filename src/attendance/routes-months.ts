import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, OK } from '../platform/http/shapes.ts';
import { askLeave, decideLeave, withdrawLeave } from './commands/leave.ts';
import { reopenMonth, reviewMonth } from './commands/months.ts';
import { askLeaveInput, decideLeaveInput, leavesQuery, monthQuery, reopenInput, reviewInput } from './inputs.ts';
import { listLeaves } from './leaves.ts';
import { monthSheet } from './month-page.ts';
import { leavesOut, monthOut } from './view.ts';

const ofLeave = z.object({ id: id('leave_request') });
const ofMonth = z.object({ id: id('attendance_month') });
const tag = 'Attendance';

/** Leave asked and approved, and the month that is reviewed (WFRC-02, WFRC-03). */
export const attendanceMonthRoutes: Route[] = [
  route({
    name: 'listLeaves',
    method: 'GET',
    path: '/leaves',
    admits: 'attendance.see',
    tag,
    summary: 'Leave that was asked for, the latest first',
    query: leavesQuery,
    answer: leavesOut,
    handle: (context, { query }) => listLeaves(context, query),
  }),
  route({
    name: 'askLeave',
    method: 'POST',
    path: '/leaves',
    admits: 'signed-in',
    tag,
    summary: 'Ask for leave',
    status: 201,
    body: askLeaveInput,
    answer: done,
    handle: async (context, { body }) => {
      await askLeave(context, body);
      return OK;
    },
  }),
  route({
    name: 'decideLeave',
    method: 'POST',
    path: '/leaves/:id/decide',
    admits: 'attendance.see',
    tag,
    summary: 'Approve or refuse leave; approved it becomes an absence',
    params: ofLeave,
    body: decideLeaveInput,
    answer: done,
    handle: async (context, { params: { id: leaveId }, body }) => {
      await decideLeave(context, leaveId, body);
      return OK;
    },
  }),
  route({
    name: 'withdrawLeave',
    method: 'POST',
    path: '/leaves/:id/withdraw',
    admits: 'signed-in',
    tag,
    summary: 'Not going after all',
    params: ofLeave,
    answer: done,
    handle: async (context, { params: { id: leaveId } }) => {
      await withdrawLeave(context, leaveId);
      return OK;
    },
  }),
  route({
    name: 'readAttendanceMonth',
    method: 'GET',
    path: '/attendance/month',
    admits: 'attendance.see',
    tag,
    summary: 'A month’s attendance against the rota, a line a person',
    query: monthQuery,
    answer: monthOut,
    handle: (context, { query }) => monthSheet(context, query),
  }),
  route({
    name: 'reviewAttendanceMonth',
    method: 'POST',
    path: '/attendance/months/:id/review',
    admits: 'attendance.keep',
    tag,
    summary: 'Review a month’s attendance: it stands from now on',
    params: ofMonth,
    body: reviewInput,
    answer: done,
    handle: async (context, { params: { id: monthId }, body }) => {
      await reviewMonth(context, monthId, body);
      return OK;
    },
  }),
  route({
    name: 'reopenAttendanceMonth',
    method: 'POST',
    path: '/attendance/months/:id/reopen',
    admits: 'attendance.keep',
    tag,
    summary: 'Open a reviewed month again, with the reason',
    params: ofMonth,
    body: reopenInput,
    answer: done,
    handle: async (context, { params: { id: monthId }, body }) => {
      await reopenMonth(context, monthId, body);
      return OK;
    },
  }),
];
