import type { mattersErrors as english } from '../en/errors-matters.ts';
import type { Translation } from '../words.ts';

export const mattersErrors: Translation<typeof english> = {
  'dispute.unknown': '這不是鄰里糾紛。',
  'dispute.party_unknown': '糾紛中沒有這一方當事人。',
  'dispute.party_nobody': '請填寫當事人是誰。',
  'dispute.same_party': '這一戶已經是當事人。',
  'dispute.party_spoke': '已聽取過這一方的陳述，須保留在紀錄中。',
  'dispute.one_party': '糾紛至少有兩方，請先加入另一方。',
  'dispute.nobody_there': '請選擇到場的當事人。',
  'dispute.not_mediated': '尚未進行過調解。',
  'dispute.ended': '已有協議或移交。如需繼續調解，請先撤回。',
  'dispute.no_outcome': '既未達成協議，也未移交。',
  'dispute.no_agreement': '尚未達成協議。',
  'dispute.all_confirmed': '各方均已確認。',
  'dispute.unconfirmed': '還有 {count} 方未確認協議。',
  'dispute.checked': '履行情況已回訪過。',
  'dispute.unchecked': '尚未回訪協議履行情況。',
};
