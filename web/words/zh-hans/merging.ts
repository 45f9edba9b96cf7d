import type { merging as english } from '../en/merging.ts';
import type { Translation } from '../words.ts';

export const merging: Translation<typeof english> = {
  merge: '合并',
  with: '与哪张单合并',
  stays: '保留哪一张',
  what_it_does: '合并的结果',
  goes_along: '{number} 并入，一并带入备注 {notes} 条、接触 {contacts} 次、工单 {orders} 张。',
  keeps_sight: '{name} 继续关注。',
  go_on: '以下承诺继续计时',
  stop: '以下停止：由更早的承诺继续，或不再需要',
  of: '来自 {number}',
  unmerge: '撤销合并',
  unmerged: '已撤销合并，两张单恢复原状。',
  unlink: '取消关联',
  split: '拆分',
  split_kind: '新单的类型',
  split_why: '时限从原单受理时算起',
  split_notes: '属于新单的备注',
  split_contacts: '属于新单的接触',
};
