import type { outbox as english } from '../en/outbox.ts';
import type { Translation } from '../words.ts';

export const outbox: Translation<typeof english> = {
  waiting: '有 {count} 项操作将在连接恢复后发送。',
  refused: '“{label}”未被接受：{why}内容仍保留在本机。',
  not_kept: '本机存储空间不足：“{label}”只有在此页面保持打开时才能发送，发送完成前请勿关闭。',
  set_aside: '有 {count} 项操作未被接受。',
  shown_since: '当前显示的是 {time} 的内容。',
  waits_here: '本机有 {count} 项操作待发送，操作人登录后即会发送。',
};
