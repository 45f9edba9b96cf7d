import type { action as english } from '../en/action.ts';
import type { Translation } from '../words.ts';

export const action: Translation<typeof english> = {
  refused: '{label}：{reason}',
  undo: '復原',
  undo_last: '復原上一個動作',
  close: '關閉',
  back: '返回',
  leave_as_it_is: '維持原樣',
};
