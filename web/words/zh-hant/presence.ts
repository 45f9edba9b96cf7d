import type { presence as english } from '../en/presence.ts';
import type { Translation } from '../words.ts';

export const presence: Translation<typeof english> = {
  looking: '{name} 正在查看',
  typing: '{name} 正在輸入',
  unsaved: '{name} 有未送出的內容',
  somebody: '有人',
};
