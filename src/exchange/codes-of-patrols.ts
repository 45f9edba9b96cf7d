import { words } from './list-out.ts';

/** Codes of findings and vacant units in words. */
export const ROUND_WAYS = {
  handled: words('Handled on the spot', '现场处理', '現場處理'),
  reported: words('Reported upward', '上报', '上報'),
  suggested: words('Suggested to the department', '建议部门改进', '建議部門改善'),
};

export const VACANCY_REASONS = {
  not_sold: words('Not sold', '未售', '未售'),
  not_let: words('Not let', '未租', '未租'),
  moved_out: words('Moved out', '已迁出', '已遷出'),
  other: words('Something else', '其他', '其他'),
};

export const VACANCY_ENDS = {
  occupied: words('Somebody is there again', '已有人入住', '已有人入住'),
  closed: words('The unit was given up', '房屋已停用', '房屋已停用'),
  by_mistake: words('It never was vacant', '登记有误', '登記有誤'),
};

export const BECAME_WORDS = {
  adopted: words('Adopted', '采纳', '採納'),
  partly: words('Adopted in part', '部分采纳', '部分採納'),
  later: words('Kept for later', '暂缓', '暫緩'),
  declined: words('Not adopted', '未采纳', '未採納'),
};
