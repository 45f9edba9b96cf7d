import { documentsQuery } from '../../document/inputs.ts';
import { listDocuments } from '../../document/list.ts';
import { listBodies } from '../../liaison/bodies.ts';
import { listDealings } from '../../liaison/dealings.ts';
import { bodiesQuery, dealingsQuery, mattersQuery } from '../../liaison/inputs.ts';
import { listMatters } from '../../liaison/matters.ts';
import { listMeetingDues } from '../../meeting/dues.ts';
import { duesQuery, meetingItemsQuery, meetingsQuery } from '../../meeting/inputs.ts';
import { listMeetingItems } from '../../meeting/items.ts';
import { listMeetings } from '../../meeting/list.ts';
import {
  DEALING_WAYS,
  DOCUMENT_STATES,
  DOCUMENT_WAYS,
  DUE_STATES,
  MEETING_ITEM_SORTS,
  MEETING_STATES,
} from '../codes-of-papers.ts';
import { listOut, words } from '../list-out.ts';

const SORT = words('Type', '类别', '類別');
const STATE = words('State', '状态', '狀態');
const DUE = words('Due', '应完成时间', '應完成時間');
const IN_CHARGE = words('In charge', '负责人', '負責人');
const BODY = words('Body', '单位', '單位');

export const meetings = listOut({
  key: 'meetings',
  name: words('Meetings', '会议', '會議'),
  admits: 'commitment.see',
  query: meetingsQuery,
  read: listMeetings,
  columns: (of) => [
    of.moment('startsAt', words('Begins', '开始时间', '開始時間'), (row) => row.startsAt),
    of.named('sort', SORT, (row) => row.sort.name),
    of.text('title', words('About', '议题', '議題'), (row) => row.title, 40),
    of.text('room', words('Where', '地点', '地點'), (row) => row.room),
    of.code('state', STATE, MEETING_STATES, (row) => row.state),
    of.text('chair', words('Chair', '主持人', '主持人'), (row) => row.chair.name),
    of.text('invited', words('Invited', '应到人数', '應到人數'), (row) => row.invited),
    of.text('came', words('Came', '实到人数', '實到人數'), (row) => row.came),
    of.text('items', words('Items', '事项数', '事項數'), (row) => row.items),
    of.text('openItems', words('Open items', '未结事项数', '未結事項數'), (row) => row.openItems),
  ],
});

export const meetingDues = listOut({
  key: 'meeting-dues',
  name: words('Regular meetings by period', '例会召开情况', '例會召開情況'),
  admits: 'commitment.see',
  query: duesQuery,
  read: listMeetingDues,
  columns: (of) => [
    of.named('sort', SORT, (row) => row.sort.name),
    of.text('begins', words('Period from', '周期开始', '週期開始'), (row) => row.begins),
    of.moment('until', words('Held before', '应召开时限', '應召開時限'), (row) => row.until),
    of.named('post', words('Owed by', '召集岗位', '召集崗位'), (row) => row.post.name),
    of.code('state', STATE, DUE_STATES, (row) => row.state),
    of.moment('heldAt', words('Held', '召开时间', '召開時間'), (row) => row.meeting?.heldAt ?? null),
    of.text('meeting', words('Meeting', '会议', '會議'), (row) => row.meeting?.title, 40),
  ],
});

export const meetingItems = listOut({
  key: 'meeting-items',
  name: words('Items of meetings', '会议事项', '會議事項'),
  admits: 'commitment.see',
  query: meetingItemsQuery,
  read: listMeetingItems,
  columns: (of) => [
    of.code('sort', SORT, MEETING_ITEM_SORTS, (row) => row.sort),
    of.text('title', words('What', '内容', '內容'), (row) => row.title, 40),
    of.text('person', IN_CHARGE, (row) => row.person.name),
    of.moment('dueAt', DUE, (row) => row.dueAt),
    of.moment('doneAt', words('Done', '完成时间', '完成時間'), (row) => row.doneAt),
    of.text('outcome', words('Outcome', '结果', '結果'), (row) => row.outcome, 40),
    of.text('meeting', words('Meeting', '会议', '會議'), (row) => row.meeting.title, 30),
  ],
});

export const documents = listOut({
  key: 'documents',
  name: words('Register of documents', '文件登记簿', '文件登記簿'),
  admits: 'document.write',
  query: documentsQuery,
  read: listDocuments,
  columns: (of) => [
    of.text('number', words('Number', '文号', '文號'), (row) => row.number),
    of.code('way', words('How it came', '来源', '來源'), DOCUMENT_WAYS, (row) => row.way),
    of.named('kind', words('Kind', '种类', '種類'), (row) => row.kind.name),
    of.text('subject', words('Subject', '事由', '事由'), (row) => row.subject, 40),
    of.text('counterpart', words('From or to', '往来单位', '往來單位'), (row) => row.counterpart),
    of.text('person', IN_CHARGE, (row) => row.person.name),
    of.text('dated', words('Date', '日期', '日期'), (row) => row.dated),
    of.code('state', STATE, DOCUMENT_STATES, (row) => row.state),
    of.named('class', words('Archives', '归档类别', '歸檔類別'), (row) => row.class.name),
    of.text('liesAt', words('Where the paper lies', '存放位置', '存放位置'), (row) => row.liesAt),
    of.text('lentTo', words('Lent to', '借阅人', '借閱人'), (row) => row.lentTo?.name),
    of.moment('answerBy', words('Answer due', '答复期限', '回覆期限'), (row) => row.answerBy),
    of.text('keepUntil', words('Kept until', '保管期至', '保管期至'), (row) => row.keepUntil),
  ],
});

export const liaisonBodies = listOut({
  key: 'liaison-bodies',
  name: words('Bodies outside', '外联单位', '對外聯繫單位'),
  admits: 'liaison.log',
  query: bodiesQuery,
  read: listBodies,
  columns: (of) => [
    of.text('name', BODY, (row) => row.name, 30),
    of.named('kind', words('Kind', '种类', '種類'), (row) => row.kind.name),
    of.text('phone', words('Telephone', '电话', '電話'), (row) => row.phone),
    of.text('address', words('Address', '地址', '地址'), (row) => row.address, 30),
    of.text('person', IN_CHARGE, (row) => row.person.name),
    of.moment('lastAt', words('Last dealt with', '最近联系', '最近聯繫'), (row) => row.lastAt),
    of.text('openMatters', words('Open matters', '未结事项数', '未結事項數'), (row) => row.openMatters),
    of.moment('nextBy', words('Next step due', '下一步期限', '下一步期限'), (row) => row.nextBy),
  ],
});

export const liaisonMatters = listOut({
  key: 'liaison-matters',
  name: words('Matters with bodies outside', '外联事项', '對外聯繫事項'),
  admits: 'liaison.log',
  query: mattersQuery,
  read: listMatters,
  columns: (of) => [
    of.moment('openedAt', words('Begun', '开始时间', '開始時間'), (row) => row.openedAt),
    of.text('body', BODY, (row) => row.body.name, 30),
    of.text('subject', words('Matter', '事项', '事項'), (row) => row.subject, 40),
    of.text('person', IN_CHARGE, (row) => row.person.name),
    of.text('ticket', words('Ticket', '单号', '單號'), (row) => row.ticket?.number),
    of.text('nextStep', words('Next step', '下一步', '下一步'), (row) => row.nextStep, 30),
    of.moment('nextBy', DUE, (row) => row.nextBy),
    of.moment('closedAt', words('Closed', '办结时间', '結案時間'), (row) => row.closedAt),
    of.text('outcome', words('Outcome', '结果', '結果'), (row) => row.outcome, 40),
    of.text('lesson', words('What was learned', '经验收获', '經驗收穫'), (row) => row.lesson, 40),
  ],
});

export const liaisonDealings = listOut({
  key: 'liaison-dealings',
  name: words('Log of dealings', '外联记录', '對外聯繫記錄'),
  admits: 'liaison.log',
  query: dealingsQuery,
  read: listDealings,
  columns: (of) => [
    of.moment('happenedAt', words('When', '时间', '時間'), (row) => row.happenedAt),
    of.text('body', BODY, (row) => row.body.name, 30),
    of.text('matter', words('Matter', '事项', '事項'), (row) => row.matter.subject, 40),
    of.code('way', words('How', '方式', '方式'), DEALING_WAYS, (row) => row.way),
    of.text('contact', words('With whom', '对方联系人', '對方聯絡人'), (row) => row.contact),
    of.text('said', words('What was said', '内容', '內容'), (row) => row.said, 60),
    of.text('by', words('Logged by', '记录人', '記錄人'), (row) => row.by.name),
  ],
});
