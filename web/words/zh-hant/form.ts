import type { form as english } from '../en/form.ts';
import type { Translation } from '../words.ts';

export const form: Translation<typeof english> = {
  pick_hint: '輸入以尋找',
  nothing_to_pick: '沒有符合的項目',
  in_hours: '{count} 小時後',
  tomorrow_same_time: '明天此時',
  photo_unreadable: '有檔案不是本機能讀取的相片，其餘已加入。',
  take_photo: '拍照',
  photo: '相片 {number}',
  remove_photo: '移除相片 {number}',
  sign_here: '請在此簽名',
  signed: '已簽名',
  not_signed: '尚未簽名',
  sign_again: '重新簽名',
  signer: '簽名人姓名',
  restored: '已還原您先前輸入的內容。',
  begin_anew: '重新填寫',
  look_at_fields: '有欄位需要修改，已標示。',
  at_field: '{field}：{words}',
  begun_by: '{name} 已起草，您可接著寫，或重新開始。',
  other_device: '查看另一裝置上的內容',
};
