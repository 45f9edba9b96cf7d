import type { telephoneErrors as english } from '../en/errors-telephone.ts';
import type { Translation } from '../words.ts';

export const telephoneErrors: Translation<typeof english> = {
  'telephone.system_unknown': '该话务系统已不存在。',
  'telephone.too_many_systems': '最多接入 {most} 个话务系统。',
  'telephone.phone_taken': '该分机已分配给其他人。',
  'telephone.call_unknown': '没有这通电话。',
  'telephone.no_phone': '您尚未分配分机，请联系管理员分配。',
  'telephone.not_recorded': '此通话未在录音。',
  'telephone.no_recording': '此通话没有录音。',
  'telephone.not_your_call': '此通话已不在您的分机上。',
  'rota.too_many': '排班最多 {most} 条，请先移除不再使用的班次。',
  'rota.day_is_over': '该日期已过。',
  'rota.hours_unknown': '排班中没有这一班次。',
};
