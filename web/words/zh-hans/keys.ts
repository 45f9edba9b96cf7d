import type { keys as english } from '../en/keys.ts';
import type { Translation } from '../words.ts';

export const keys: Translation<typeof english> = {
  title: '快捷键',
  screen: '本页',
  list: '列表',
  everywhere: '全局',
  letters: '单字母快捷键',
  letters_why: '用语音操作电脑时请关闭。Ctrl K 和按钮始终可用。',
};
