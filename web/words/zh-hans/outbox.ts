import type { outbox as english } from '../en/outbox.ts';
import type { Translation } from '../words.ts';

export const outbox: Translation<typeof english> = {
  waiting: '有 {count} 项操作将在连接恢复后发送。',
  refused: '“{label}”未被接受：{why}',
};
