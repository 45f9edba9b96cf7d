import type { errorLog as english } from '../en/error-log.ts';
import type { Translation } from '../words.ts';

export const errorLog: Translation<typeof english> = {
  log: '登記差錯',
  logged: '已登記。',
  none: '沒有差錯記錄',
  none_why: '登記差錯和從中得到的教訓；同類差錯再次發生時會標記並通知上級。',
  person: '差錯人',
  sort: '差錯類別',
  again: '同類第 {n} 次',
  repetition: '重複',
  repeated_only: '同類再犯',
  what: '差錯經過',
  what_needed: '請寫明差錯經過。',
  lesson: '教訓',
  lesson_needed: '請寫明教訓。',
  ticket: '受理單',
  at: '發生時間',
  by: '登記人',
};
