import type { unsent as english } from '../en/unsent.ts';
import type { Translation } from '../words.ts';

export const unsent: Translation<typeof english> = {
  none: '本机没有待发送的内容',
  none_why: '没有连接时所做的操作会保存在这里，直到服务器收到。',
  waiting: '待发送',
  waiting_why: '服务器一恢复应答就按此顺序发送，时间以实际操作时间为准。',
  send_now: '立即发送',
  refused: '未被接受',
  refused_why: '服务器没有接受这些操作。它们保留在本机，可再次发送，也可放弃。',
  act: '操作',
  at: '时间',
  content: '内容',
  why: '原因',
  picture: '图片：{label}',
  what_now: '处理',
  again: '再次发送',
  give_up: '放弃',
  give_up_title: '放弃“{label}”？',
  give_up_why: '将从本机删除，服务器上没有这项内容。',
};
