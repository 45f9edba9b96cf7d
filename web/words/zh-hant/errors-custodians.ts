import type { custodianErrors as english } from '../en/errors-custodians.ts';
import type { Translation } from '../words.ts';

export const custodianErrors: Translation<typeof english> = {
  'customer_class.unknown': '沒有這個客戶分類。',
  'custodian.no_rules': '尚未指定可分管客戶的崗位，請於機構設定中指定。',
  'custodian.no_specialist': '客戶只能分派給專員，請選擇擔任該崗位的人員。',
  'custodian.contact_unknown': '沒有這項應聯絡事項。',
  'custodian.contact_done': '本次聯絡已有記錄。',
  'custodian.contact_dropped': '該客戶已另行分派，不再需要本次聯絡。',
  'custodian.not_yours': '須由責任專員本人聯絡並記錄。',
  'custodian.undone': '本次分派已復原。',
  'custodian.moved_on': '期間有客戶被另行分派，請重新產生方案。',
  'custodian.twice': '同一客戶出現了兩次。',
  'custodian.nobody_to_give_to': '沒有可分派的專員，請先安排人員擔任該崗位。',
  'custodian.distribution_unknown': '沒有這筆分派記錄。',
  'customer_archive.no_rules': '尚未設定檔案組成，請於機構設定中設定。',
  'customer_archive.unknown': '沒有這份檔案。',
  'customer_archive.part_unknown': '檔案沒有這個組成部分，請另選。',
  'customer_archive.entry_unknown': '這裡沒有這份材料。',
  'customer_archive.withdrawn': '該材料已撤出。',
};
