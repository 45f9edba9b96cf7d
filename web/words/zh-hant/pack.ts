import type { pack as english } from '../en/pack.ts';
import type { Translation } from '../words.ts';

export const pack: Translation<typeof english> = {
  none: '行業包中沒有新內容',
  none_why: '本中心已包含行業包的全部內容。新版本帶來的內容會列在這裡，由您決定是否採用。',
  new: '行業包新增內容',
  new_why: '以下內容行業包已有而本中心沒有。任何內容都不會自動生效：請逐項採用或不採用。',
  declined: '已決定不採用',
  declined_by: '{who}於 {at} 決定不採用：{why}',
  needs: '暫時無法採用：{why}',
  content: '檢視內容',
  take: '採用「{name}」',
  take_why: '採用後成為本中心的第 1 版，之後可照常修改或停用。',
  taken: '已採用「{name}」。',
  decline: '不採用「{name}」',
  decline_why: '該項會保留在下方清單中，以後仍可採用。',
  declined_done: '已決定不採用「{name}」。',
  part_calendars: '工作日曆',
  part_departments: '部門',
  part_posts: '職位',
  part_kinds: '類別',
  part_spot_checks: '抽查計畫',
  part_rounds: '檢查表',
  part_offerings: '服務項目',
  part_canned: '櫃檯快捷登記',
  part_phrases: '常用語',
  part_reports: '上呈報告',
};
