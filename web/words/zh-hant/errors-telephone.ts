import type { telephoneErrors as english } from '../en/errors-telephone.ts';
import type { Translation } from '../words.ts';

export const telephoneErrors: Translation<typeof english> = {
  'telephone.system_unknown': '該話務系統已不存在。',
  'telephone.too_many_systems': '最多接入 {most} 個話務系統。',
  'telephone.phone_taken': '該分機已分配給其他人。',
  'telephone.call_unknown': '沒有這通電話。',
  'telephone.no_phone': '您尚未分配分機，可由管理員分配。',
  'telephone.not_recorded': '此通話未在錄音。',
  'telephone.no_recording': '此通話沒有錄音。',
  'telephone.not_your_call': '此通話已不在您的分機上。',
  'rota.too_many': '排班最多 {most} 筆，請先移除不再使用的班次。',
  'rota.day_is_over': '該日期已過。',
  'rota.hours_unknown': '排班中沒有這一班次。',
};
