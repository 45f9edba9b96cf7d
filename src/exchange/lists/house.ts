import { listLooks, looksQuery } from '../../administration/looks-view.ts';
import { complaintsOfShare, complaintsQuery } from '../../return-visit/share.ts';
import { reviewsQuery } from '../../token-review/inputs.ts';
import { listReviews } from '../../token-review/list.ts';
import { WAYS_TO_LOOK } from '../codes-of-registers.ts';
import { listOut, words } from '../list-out.ts';

export const looks = listOut({
  key: 'looks',
  name: words('Who looked', '查阅记录', '查閱紀錄'),
  admits: 'audit.see',
  query: looksQuery,
  read: listLooks,
  columns: (of) => [
    of.moment('hour', words('Hour', '时段', '時段'), (row) => row.hour),
    of.text('person', words('Who', '查阅人', '查閱人'), (row) => row.person?.name),
    of.text('customer', words('Whose data', '客户', '客戶'), (row) => row.customer.name),
    of.code('way', words('How', '途径', '途徑'), WAYS_TO_LOOK, (row) => row.way),
    {
      key: 'whole',
      name: words('Numbers in full', '号码未遮盖', '號碼未遮蓋'),
      value: (row, say) => say.yes(row.whole),
    },
  ],
});

export const tokenReviews = listOut({
  key: 'token-reviews',
  name: words('Reviews of tokens', '令牌清查', '權杖清查'),
  admits: 'people.edit',
  query: reviewsQuery,
  read: listReviews,
  columns: (of) => [
    {
      key: 'begins',
      name: words('Quarter begins', '季度起始日', '季度起始日'),
      time: 'day',
      value: (row, say) => say.day(row.begins),
    },
    of.text('owner', words('Owed by', '责任人', '負責人'), (row) => row.owner?.name),
    of.moment('dueAt', words('Due', '到期时间', '到期時間'), (row) => row.dueAt),
    of.text('kept', words('Kept', '保留数', '保留數'), (row) => row.kept),
    of.text('ended', words('Ended', '停用数', '停用數'), (row) => row.ended),
    of.moment('completedAt', words('Completed', '完成时间', '完成時間'), (row) => row.completedAt),
    of.text('completedBy', words('Completed by', '完成人', '完成人'), (row) => row.completedBy?.name),
  ],
});

export const complaintsOfVisitShare = listOut({
  key: 'visit-share-complaints',
  name: words('Closed complaints and their return visits', '已结投诉回访情况', '已結投訴回訪情況'),
  admits: 'report.see',
  query: complaintsQuery,
  read: complaintsOfShare,
  columns: (of) => [
    of.text('number', words('Ticket', '受理单号', '受理單號'), (row) => row.number),
    of.text('title', words('Matter', '事项', '事項'), (row) => row.title, 40),
    of.named('department', words('Department', '部门', '部門'), (row) => row.department?.name),
    of.text('person', words('Accountable', '负责人', '負責人'), (row) => row.person.name),
    of.moment('closedAt', words('Closed', '结单时间', '結案時間'), (row) => row.closedAt),
    of.text('satisfaction', words('Satisfaction', '满意度', '滿意度'), (row) => row.satisfaction),
    {
      key: 'visited',
      name: words('Visited back', '已回访', '已回訪'),
      value: (row, say) => say.yes(row.visitId !== null),
    },
    {
      key: 'drawnOut',
      name: words('Not drawn', '未抽中', '未抽中'),
      value: (row, say) => say.yes(row.drawnOut),
    },
  ],
});
