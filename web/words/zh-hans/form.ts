import type { form as english } from '../en/form.ts';
import type { Translation } from '../words.ts';

export const form: Translation<typeof english> = {
  pick_hint: '输入以查找',
  nothing_to_pick: '没有匹配项',
  in_hours: '{count} 小时后',
  tomorrow_same_time: '明天此时',
  photo_unreadable: '有文件不是本机能读取的照片，其余已添加。',
  take_photo: '拍照',
  photo: '照片 {number}',
  remove_photo: '移除照片 {number}',
  sign_here: '请在此签名',
  signed: '已签名',
  not_signed: '尚未签名',
  sign_again: '重新签名',
  signer: '签名人姓名',
  restored: '已恢复您先前输入的内容。',
  begin_anew: '重新填写',
  look_at_fields: '有字段需要修改，已标出。',
  at_field: '{field}：{words}',
  begun_by: '{name} 已起草，您可接着写，或重新开始。',
  other_device: '查看另一设备上的内容',
};
