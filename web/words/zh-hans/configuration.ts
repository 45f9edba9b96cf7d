import type { configuration as english } from '../en/configuration.ts';
import type { Translation } from '../words.ts';

export const configuration: Translation<typeof english> = {
  out: '导出全部配置',
  out_why: '日历、部门、岗位与权限、设置、类型和用语，顺序固定，两份文件可逐行比对。',
  download: '下载配置文件',
  in: '载入配置',
  file: '配置文件',
  file_why: '先显示会改变什么。文件中没有的内容保持不变。',
  unreadable: '这不是配置文件。',
  same: '与现有配置相同。',
  n_values: '共 {count} 项变更',
  deadlines_move: '{count} 个进行中的期限变动',
  people_gain_or_lose: '{count} 人的权限变化',
  tickets_stay: '{count} 张未结的单按原版本办完',
  apply: '应用此文件',
  applied: '已更改 {count} 项',
};
