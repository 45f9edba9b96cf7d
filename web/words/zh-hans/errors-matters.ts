import type { mattersErrors as english } from '../en/errors-matters.ts';
import type { Translation } from '../words.ts';

export const mattersErrors: Translation<typeof english> = {
  'dispute.unknown': '这不是邻里纠纷。',
  'dispute.party_unknown': '纠纷中没有这一方当事人。',
  'dispute.party_nobody': '请填写当事人是谁。',
  'dispute.same_party': '这一户已经是当事人。',
  'dispute.party_spoke': '已听取过这一方的陈述，须保留在记录中。',
  'dispute.one_party': '纠纷至少有两方，请先添加另一方。',
  'dispute.nobody_there': '请选择到场的当事人。',
  'dispute.not_mediated': '尚未进行过调解。',
  'dispute.ended': '已有协议或移交。如需继续调解，请先撤回。',
  'dispute.no_outcome': '既未达成协议，也未移交。',
  'dispute.no_agreement': '尚未达成协议。',
  'dispute.all_confirmed': '各方均已确认。',
  'dispute.unconfirmed': '还有 {count} 方未确认协议。',
  'dispute.checked': '履行情况已回访过。',
  'dispute.unchecked': '尚未回访协议履行情况。',
};
