import { inLanguage } from '../../kernel/words.ts';
import type { Words } from '../../kernel/words.ts';
import { listAmendments } from '../../knowledge/amendments.ts';
import { amendmentsQuery, articlesQuery, processesQuery, reviewsQuery } from '../../knowledge/inputs.ts';
import { listArticles } from '../../knowledge/list.ts';
import { listProcesses } from '../../knowledge/processes.ts';
import { listReviews } from '../../knowledge/reviews.ts';
import { ARTICLE_SORTS, AUDIENCES, DECISIONS, REVIEW_VERDICTS, STANDINGS } from '../codes-of-registers.ts';
import { listOut, words } from '../list-out.ts';
import type { Say } from '../say.ts';

type Written = Parameters<typeof inLanguage>[1];
const readable = (text: Words, written: Written, say: Say): string => inLanguage(text, written, say.language);

const title = words('Title', '标题', '標題');
const sort = words('Sort', '类别', '類別');

export const articles = listOut({
  key: 'articles',
  name: words('Knowledge base', '知识库', '知識庫'),
  admits: 'search',
  query: articlesQuery,
  read: listArticles,
  columns: (of) => [
    { key: 'title', name: title, width: 40, value: (row, say) => readable(row.title, row.language, say) },
    of.code('sort', sort, ARTICLE_SORTS, (row) => row.sort),
    of.code('audience', words('For', '对象', '對象'), AUDIENCES, (row) => row.audience),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department?.name),
    of.text('source', words('Source', '出处', '出處'), (row) => row.source),
    {
      key: 'inForceOn',
      name: words('In force since', '施行日期', '施行日期'),
      time: 'day',
      value: (row, say) => say.day(row.inForceOn),
    },
    {
      key: 'owner',
      name: words('Answers for it', '负责人', '負責人'),
      value: (row, say) => row.owner.person?.name ?? say.words(row.owner.post?.name),
    },
    of.text('version', words('Version', '版本', '版本'), (row) => row.version),
    of.moment('confirmedAt', words('Last confirmed', '最近确认', '最近確認'), (row) => row.confirmedAt),
    of.text('confirmedBy', words('By', '确认人', '確認人'), (row) => row.confirmedBy?.name),
    of.text('uses', words('Used', '使用次数', '使用次數'), (row) => row.uses),
    of.moment('retiredAt', words('Retired', '停用时间', '停用時間'), (row) => row.retiredAt),
  ],
});

export const articleReviews = listOut({
  key: 'article_reviews',
  name: words('Reviews of the knowledge base', '知识库复核', '知識庫複核'),
  admits: 'search',
  query: reviewsQuery,
  read: listReviews,
  columns: (of) => [
    {
      key: 'title',
      name: title,
      width: 40,
      value: (row, say) => readable(row.article.title, row.article.language, say),
    },
    of.code('sort', sort, ARTICLE_SORTS, (row) => row.sort),
    {
      key: 'owner',
      name: words('Owed by', '责任人', '負責人'),
      value: (row, say) => row.owner.person?.name ?? say.words(row.owner.post?.name),
    },
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.moment('settledAt', words('Looked at', '复核时间', '複核時間'), (row) => row.settledAt),
    of.code('verdict', words('Verdict', '复核情况', '複核情況'), REVIEW_VERDICTS, (row) => row.verdict),
  ],
});

export const amendments = listOut({
  key: 'article_amendments',
  name: words('Amendments to the house rules', '规章修订建议', '規章修訂建議'),
  admits: 'search',
  query: amendmentsQuery,
  read: listAmendments,
  columns: (of) => [
    {
      key: 'title',
      name: title,
      width: 30,
      value: (row, say) => readable(row.article.title, row.article.language, say),
    },
    of.text('version', words('Version', '版本', '版本'), (row) => row.version),
    of.text('proposed', words('How it should read', '建议改为', '建議改為'), (row) => row.proposed, 40),
    of.text('why', words('Why', '理由', '理由'), (row) => row.why, 30),
    of.text('by', words('Proposed by', '建议人', '建議人'), (row) => row.by.name),
    of.moment('at', words('Proposed', '提出时间', '提出時間'), (row) => row.at),
    of.moment('decideBy', words('To be decided by', '答复期限', '答覆期限'), (row) => row.decideBy),
    of.code('decision', words('Decision', '结论', '結論'), DECISIONS, (row) => row.decision),
    of.text('answer', words('Answer', '答复', '答覆'), (row) => row.answer, 30),
    of.moment('decidedAt', words('Decided', '答复时间', '答覆時間'), (row) => row.decidedAt),
    of.text('carriedIn', words('In version', '写入版本', '寫入版本'), (row) => row.carriedIn),
  ],
});

export const processes = listOut({
  key: 'processes',
  name: words('Training in standard processes', '标准流程培训', '標準流程培訓'),
  admits: 'search',
  query: processesQuery,
  read: async (context, query) => {
    const { items } = await listProcesses(context, query);
    return { items: items.flatMap(({ people, ...of }) => people.map((one) => ({ ...one, of }))), next: null };
  },
  columns: (of) => [
    { key: 'title', name: title, width: 30, value: (row, say) => readable(row.of.title, row.of.language, say) },
    of.text('version', words('Version', '版本', '版本'), (row) => row.of.version),
    of.text('person', words('Person', '人员', '人員'), (row) => row.person.name),
    {
      key: 'posts',
      name: words('Posts', '岗位', '崗位'),
      value: (row, say) => say.list(row.posts.map(({ name }) => say.words(name))),
    },
    of.text('readings', words('To read', '应读', '應讀'), (row) => row.readings),
    of.text('read', words('Read', '已读', '已讀'), (row) => row.read),
    of.text('tests', words('Tests', '测验', '測驗'), (row) => row.tests),
    of.text('passed', words('Passed', '已通过', '已通過'), (row) => row.passed),
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.moment('doneAt', words('Done', '完成时间', '完成時間'), (row) => row.doneAt),
    of.code('standing', words('Standing', '完成情况', '完成情況'), STANDINGS, (row) => row.standing),
  ],
});
