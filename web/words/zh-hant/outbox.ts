import type { outbox as english } from '../en/outbox.ts';
import type { Translation } from '../words.ts';

export const outbox: Translation<typeof english> = {
  waiting: '有 {count} 項動作會在連線恢復後送出。',
  refused: '「{label}」未被接受：{why}',
};
