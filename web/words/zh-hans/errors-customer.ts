import type { customerErrors as english } from '../en/errors-customer.ts';
import type { Translation } from '../words.ts';

export const customerErrors: Translation<typeof english> = {
  'customer.unknown': '此客户不存在，或者您无权查看。',
  'still_named.unknown': '该处文字不存在，或您无权查看。',
  'still_named.decided': '该处文字已作决定。',
  'still_named.held': '该事项因争议保留，其中内容不得涂黑。',
  'still_named.why_missing': '须说明保留姓名的原因。',
  'customer.erased': '此客户的资料已被清除。',
  'customer.open_tickets': '此客户仍有未结事项。',
  'customer.person_has_no_members': '只有住户或单位才有成员。',
  'customer.member_of_itself': '不能成为自己的成员。',
  'customer.place_ends_before_it_begins': '结束日期早于开始日期。',
  'customer.phone_malformed': '不是有效的电话号码。',
  'place.not_below': '此类位置不能放在那里。',
  'place.closed': '此位置已停用。',
  'place.not_closed': '此位置未停用。',
  'place.open_below': '其下仍有启用的位置。',
  'place.open_tickets': '此位置仍有未结事项。',
  'place.code_taken': '此编号已被使用。',
  'customer.held': '因争议须保留，保留期间不得清除。',
  'hold.until_in_past': '请选择以后的日期。',
  'hold.unknown': '该保留已经解除。',
  'retention.too_young': '至少 {least} 天，以免仍有争议。',
  'retention.not_running': '本次清除已经结束。',
  'retention.unknown_run': '没有这次清除记录。',
};
