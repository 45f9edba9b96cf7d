import type { merging as english } from '../en/merging.ts';
import type { Translation } from '../words.ts';

export const merging: Translation<typeof english> = {
  merge: '合併',
  with: '與哪張單合併',
  stays: '保留哪一張',
  what_it_does: '合併的結果',
  goes_along: '{number} 併入，一併帶入備註 {notes} 則、接觸 {contacts} 次、工單 {orders} 張。',
  keeps_sight: '{name} 繼續關注。',
  go_on: '以下承諾繼續計時',
  stop: '以下停止：由更早的承諾繼續，或不再需要',
  of: '來自 {number}',
  unmerge: '取消合併',
  unmerged: '已取消合併，兩張單恢復原狀。',
  unlink: '取消關聯',
  split: '拆分',
  split_kind: '新單的類型',
  split_why: '時限從原單受理時算起',
  split_notes: '屬於新單的備註',
  split_contacts: '屬於新單的接觸',
};
