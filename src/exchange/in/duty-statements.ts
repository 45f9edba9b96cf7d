import { stateDuties } from '../../duty-statement/commands/state-duties.ts';
import { takeBackDuties } from '../../duty-statement/commands/take-back-duties.ts';
import type { Id } from '../../kernel/id.ts';
import { posts } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { versionOf } from '../../platform/journal.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { postsCalled } from './house-called.ts';
import type { ListIn, Taken } from './list-in.ts';
import { BROUGHT_IN } from './list-in.ts';

/** What each post owes, by the post's name. Another text is a new version, which everybody in the post is asked to confirm. */
export const dutyStatementsIn: ListIn = {
  key: 'duty-statements',
  name: words('Duties of posts', '岗位职责', '崗位職責'),
  about: words(
    'Whoever holds a post is asked to confirm the duties that this file states anew for it.',
    '导入后职责有变的岗位，其任职人员会收到确认职责的请求。',
    '匯入後職責有變的崗位，其任職人員會收到確認職責的請求。',
  ),
  subject: 'post',
  fields: [
    {
      key: 'post',
      name: words('Post', '岗位', '崗位'),
      also: ['position', '岗位名称', '职位', '职务'],
      required: true,
      examples: ['', ''],
    },
    {
      key: 'text',
      name: words('What the post owes', '岗位职责', '崗位職責'),
      also: ['duties', '职责', '职责内容', '工作职责', '職責'],
      required: true,
      examples: ['接待来访，登记诉求，跟进办理并回复。', '按派工到场维修，完工后请客户确认。'],
    },
    {
      key: 'why',
      name: words('Why it is stated', '制定或修订原因', '訂定或修訂原因'),
      also: ['why', 'reason', '原因', '修订原因'],
      examples: ['', ''],
    },
  ],
  examples: async (context, language) => {
    const [one, other] = [...(await posts(context)).values()];
    return { post: [one?.name[language] ?? '', (other ?? one)?.name[language] ?? ''] };
  },
  take: takeDuties,
  takeBack: async (context, { id, before }) => {
    await takeBackDuties(context, id as Id<'post'>, (before as { version: number }).version);
    return [];
  },
};

async function takeDuties(context: Context, cells: Cells): Promise<Taken> {
  cells.needed('post');
  const [postId, another] = await postsCalled(context, cells, 'post');
  if (another) cells.refuse('post', 'import.one_only');
  const text = cells.needed('text', 10_000);
  cells.orRefuse();
  const last = await context.tx
    .selectFrom('duty_statement')
    .select(['version', 'text'])
    .where('post_id', '=', postId!)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.text === text) return { result: 'same', id: postId! };
  const versionBefore = await versionOf(context.tx, postId!);
  const why = cells.text('why') ?? BROUGHT_IN[cells.language];
  const version = await stateDuties(context, postId!, { text, why, seen: last?.version ?? 0 });
  const former = { text: last?.text ?? '' };
  return { result: last ? 'changed' : 'new', id: postId!, versionBefore, former, before: { version } };
}
