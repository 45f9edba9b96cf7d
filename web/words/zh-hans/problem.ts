import type { problem as english } from '../en/problem.ts';
import type { Translation } from '../words.ts';

export const problem: Translation<typeof english> = {
  title: '无法显示',
  loading: '正在加载',
  retry: '重试',
  go_home: '回到我的工作',
  fault: '服务器处理失败，没有任何改动。如再次出现，请把编号 {id} 告诉管理员。',
  screen_failed: '此页面出错。您输入的内容已保留，请重新加载。',
  no_words: '服务器拒绝了此操作（{code}）。',
  not_found: '这里没有内容',
  not_found_why: '地址有误，或者您无权查看。',
  forbidden: '您的岗位无权查看',
  forbidden_why: '管理员可以为您的岗位开通权限。',
};
