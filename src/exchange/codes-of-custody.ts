import { words } from './list-out.ts';

export const CUSTODY_SORTS = {
  key: words('Key', '钥匙', '鑰匙'),
  pass: words('Pass', '出入证件', '出入證件'),
  certificate: words('Certificate', '证书', '證書'),
  asset: words('Asset or equipment', '资产设备', '資產設備'),
  tool: words('Tool', '工具', '工具'),
};

export const CUSTODY_STATES = {
  in_house: words('In the house', '在库', '在庫'),
  drawn: words('Drawn', '领用中', '領用中'),
  handed_out: words('Handed out', '已交出', '已交出'),
  issued: words('Issued', '已发放', '已發放'),
  lost: words('Lost', '已丢失', '已遺失'),
  written_off: words('Written off', '已核销', '已核銷'),
};

export const CUSTODY_CONDITIONS = {
  good: words('Good', '完好', '完好'),
  worn: words('Worn', '有磨损', '有磨損'),
  damaged: words('Damaged', '已损坏', '已損壞'),
};

export const HOLDERS = {
  house: words('The house', '库内', '庫內'),
  nobody: words('Nobody', '无', '無'),
};

export const CUSTODY_ACTS = {
  received: words('Received', '接收入库', '接收入庫'),
  drawn: words('Drawn', '领用', '領用'),
  handed_over: words('Handed over', '交接', '交接'),
  returned: words('Returned', '归还', '歸還'),
  handed_out: words('Handed out', '交出', '交出'),
  issued: words('Issued', '发放', '發放'),
  renewed: words('Renewed', '续办', '續辦'),
  withdrawn: words('Recovered', '收回', '收回'),
  damaged: words('Damage reported', '损坏报告', '損壞報告'),
  mended: words('Mended', '修复', '修復'),
  lost: words('Loss reported', '丢失报告', '遺失報告'),
  written_off: words('Written off', '核销', '核銷'),
  found: words('Found', '找回', '尋回'),
  corrected: words('Taken back', '冲正', '沖正'),
};

export const CUSTODY_COUNT_STATES = {
  due: words('To be counted', '待盘点', '待盤點'),
  begun: words('Going on', '盘点中', '盤點中'),
  differences: words('Differences to settle', '差异待处理', '差異待處理'),
  settled: words('Settled', '已结清', '已結清'),
};

export const ISSUED_STATES = {
  valid: words('Valid', '有效', '有效'),
  expired: words('Expired', '已过期', '已過期'),
  withdrawn: words('Withdrawn', '已收回', '已收回'),
  gone: words('Lost or given up', '遗失或注销', '遺失或註銷'),
};
