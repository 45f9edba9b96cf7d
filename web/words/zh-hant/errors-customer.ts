import type { customerErrors as english } from '../en/errors-customer.ts';
import type { Translation } from '../words.ts';

export const customerErrors: Translation<typeof english> = {
  'customer.unknown': '此客戶不存在，或您無權檢視。',
  'still_named.unknown': '該處文字不存在，或您無權查看。',
  'still_named.decided': '該處文字已作決定。',
  'still_named.held': '該事項因爭議保留，其中內容不得塗黑。',
  'still_named.why_missing': '須說明保留姓名的原因。',
  'customer.erased': '此客戶的資料已清除。',
  'customer.open_tickets': '此客戶仍有未結事項。',
  'customer.person_has_no_members': '只有住戶或公司才有成員。',
  'customer.member_of_itself': '不能成為自己的成員。',
  'customer.place_ends_before_it_begins': '結束日期早於開始日期。',
  'customer.phone_malformed': '不是有效的電話號碼。',
  'place.not_below': '此類位置不能放在那裡。',
  'place.closed': '此位置已停用。',
  'place.not_closed': '此位置未停用。',
  'place.open_below': '其下仍有啟用的位置。',
  'place.open_tickets': '此位置仍有未結事項。',
  'place.code_taken': '此編號已有人使用。',
  'customer.held': '因爭議須保留，保留期間不得清除。',
  'hold.until_in_past': '請選擇之後的日期。',
  'hold.unknown': '該保留已經解除。',
  'retention.too_young': '至少 {least} 天，以免仍有爭議。',
  'retention.not_running': '本次清除已經結束。',
  'retention.unknown_run': '沒有這次清除記錄。',
};
