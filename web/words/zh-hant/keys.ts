import type { keys as english } from '../en/keys.ts';
import type { Translation } from '../words.ts';

export const keys: Translation<typeof english> = {
  title: '快速鍵',
  screen: '本頁',
  list: '清單',
  everywhere: '全域',
  letters: '單一字母快速鍵',
  letters_why: '以語音操作電腦時請關閉。Ctrl K 與按鈕隨時可用。',
};
