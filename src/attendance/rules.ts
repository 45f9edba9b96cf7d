import { z } from 'zod';
import { key, wordsShape } from '../pack/shapes.ts';
import { wageRules } from '../wage/rules.ts';

const minutes = (most: number) => z.number().int().min(0).max(most);

/** A kind of leave, and what of the day's wage goes on. */
export const leaveKindShape = z.strictObject({
  key,
  name: wordsShape,
  paidPercent: z.number().int().min(0).max(100).describe('Of the wage for its time that is paid all the same'),
});
export type LeaveKind = z.output<typeof leaveKindShape>;

/** What a house holds attendance to (WFRC-01, WFRC-03, WFRC-05). */
export const attendanceRules = z.strictObject({
  deskMinutesBefore: minutes(120).describe('How long before its shift the front desk is to be there'),
  minutesBefore: minutes(120).describe('The same of everybody else'),
  overtimeFromMinutes: minutes(480).describe('Time beyond a shift counts as overtime from so many minutes on'),
  leaveKinds: z.array(leaveKindShape).min(1).max(20).describe('The kinds of leave that can be asked for'),
  wages: wageRules.optional().describe('By which rules the wage table is computed; absent: no fines, the usual rates'),
  handoverPosts: z.array(key).max(100).describe('Keys of the posts that hand their shift over every day'),
  diaryPosts: z.array(key).max(100).describe('Keys of the posts that owe a work diary every day they work'),
});
export type AttendanceRules = z.output<typeof attendanceRules>;

/** What holds where settings older than attendance say nothing of it. */
export const USUAL: AttendanceRules = {
  deskMinutesBefore: 5,
  minutesBefore: 0,
  overtimeFromMinutes: 30,
  leaveKinds: [
    { key: 'annual', name: { en: 'Annual leave', 'zh-hans': '年假', 'zh-hant': '年假' }, paidPercent: 100 },
    { key: 'sick', name: { en: 'Sick leave', 'zh-hans': '病假', 'zh-hant': '病假' }, paidPercent: 80 },
    { key: 'personal', name: { en: 'Personal leave', 'zh-hans': '事假', 'zh-hant': '事假' }, paidPercent: 0 },
    { key: 'family', name: { en: 'Family leave', 'zh-hans': '婚产丧假', 'zh-hant': '婚產喪假' }, paidPercent: 100 },
    { key: 'in_lieu', name: { en: 'Time off in lieu', 'zh-hans': '调休', 'zh-hant': '補休' }, paidPercent: 100 },
  ],
  handoverPosts: [],
  diaryPosts: [],
};
