import type { Translation } from '../words.ts';
import type { knowledgeErrors as English } from '../en/errors-knowledge.ts';

/** Why something cannot be done with the knowledge base. */
export const knowledgeErrors: Translation<typeof English> = {
  'article.incomplete': '此项必填：缺少它，这类文章内容不完整。',
  'article.experience_is_inside': '经验笔记仅供同事查看。',
  'article.public_is_not_asked': '对客户公开的文章不能要求员工确认阅读，请二选一。',
  'article.public_is_for_all': '对客户公开的文章不能限定部门。',
  'article.retired': '这篇文章已停用。',
  'article.no_rules': '只有规章制度和流程可提修订建议；其他文章请反馈“没有帮助”。',
  'article.amendment_decided': '该建议已有答复。',
  'article.amendment_unknown': '没有这条修订建议。',
  'article.amendment_not_adopted': '只能写入本文已采纳且尚未写入的建议。',
  'article.feedback_unsaid': '请说明缺少什么或哪里有误。',
  'article.not_solved': '须在事项办结并写明结果后，才能据此撰写文章。',
  'article.names_somebody': '此处仍有客户姓名或电话，请删去。',
  'article.not_bound': '该标准不适用于此部门。',
  'article.head_confirms': '由部门负责人确认。',
  'article.accepted_already': '已确认过。',
  'article.binds_the_house': '外包单位不适用内部标准。',
  'article.no_process': '只有现行标准流程才指定适用岗位和培训。',
  'article.trains_itself': '流程本身已须阅读，请选择其他文章。',
  'article.pass_first': '请先通过其培训测验。',
  'article.not_asked': '无须您确认阅读。',
  'article.read_already': '您已确认。',
  'article.no_test': '这篇文章没有测验。',
  'article.test_unanswered': '请回答全部题目。',
};
