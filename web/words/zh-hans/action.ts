import type { action as english } from '../en/action.ts';
import type { Translation } from '../words.ts';

export const action: Translation<typeof english> = {
  refused: '{label}：{reason}',
  undo: '撤销',
  undo_last: '撤销上一步',
  close: '关闭',
  back: '返回',
  leave_as_it_is: '保持原样',
};
