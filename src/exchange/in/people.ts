import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { addPerson } from '../../organisation/commands/add-person.ts';
import { changePerson } from '../../organisation/commands/change-person.ts';
import { givePost } from '../../organisation/commands/give-post.ts';
import { takeBackAssessments } from '../../personnel/commands/take-back-assessments.ts';
import { takeBackPaths } from '../../training/commands/begin-path.ts';
import { takeBackPerson } from '../../organisation/commands/take-back-person.ts';
import { takePost } from '../../organisation/commands/take-post.ts';
import { addPersonInput } from '../../organisation/inputs.ts';
import type { Context } from '../../platform/context.ts';
import { versionOf } from '../../platform/journal.ts';
import { words } from '../list-out.ts';
import type { Cells } from './cells.ts';
import { postsCalled } from './house-called.ts';
import type { FieldIn, ListIn, Moved, Taken, TakenBefore } from './list-in.ts';

const FIELDS: readonly FieldIn[] = [
  {
    key: 'username',
    name: words('User name', '用户名', '使用者名稱'),
    also: ['login', 'account', '账号', '登录名', '工号'],
    required: true,
    examples: ['liming', 'wangfang'],
  },
  { key: 'name', name: words('Name', '姓名', '姓名'), also: ['员工姓名'], required: true, examples: ['李明', '王芳'] },
  {
    key: 'phone',
    name: words('Phone', '电话', '電話'),
    also: ['mobile', '手机', '手机号', '联系电话'],
    examples: ['13800138001', ''],
  },
  {
    key: 'email',
    name: words('Mail', '邮箱', '電郵'),
    also: ['email', 'e-mail', '电子邮箱'],
    examples: ['', 'wangfang@example.com'],
  },
  {
    key: 'posts',
    name: words('Posts', '岗位', '職位'),
    also: ['post', 'position', '职位', '职务'],
    examples: ['', ''],
  },
  {
    key: 'skills',
    name: words('Skills', '技能', '技能'),
    also: ['skill', '特长', '工种'],
    examples: ['水工、电工', ''],
  },
];

type PostId = Id<'post'>;
type Read = {
  username: string;
  name: string;
  phone: string | null;
  email: string | null;
  skills: string[];
  posts: PostId[];
};
type Plain = Pick<Read, 'name' | 'phone' | 'email' | 'skills'>;
type Before = { plain: Partial<Plain>; posts: PostId[] };

/** People with their posts, known by user name. Posts and skills are added, none is taken away. */
export const peopleIn: ListIn = {
  key: 'people',
  name: words('People', '人员', '人員'),
  subject: 'person',
  fields: FIELDS,
  take: takePerson,
  takeBack,
};

const TELEPHONE = addPersonInput.shape.phone;
const USERNAME = addPersonInput.shape.username;
const MAIL = addPersonInput.shape.email;

async function takePerson(context: Context, cells: Cells): Promise<Taken> {
  const read = await readPerson(context, cells);
  cells.orRefuse();
  const known = await context.tx
    .selectFrom('person')
    .select(['id', 'name', 'phone', 'email', 'skills'])
    .where('username', '=', read.username)
    .executeTakeFirst();
  if (known) return complete(context, known.id, known, read);
  const id = await addPerson(context, {
    ...read,
    id: newId<'person'>(context.now),
    posts: read.posts.map((postId) => ({ postId, deputyRank: null })),
  });
  return { result: 'new', id };
}

async function readPerson(context: Context, cells: Cells): Promise<Read> {
  const [phone = null] = cells.phones('phone');
  fits(cells, 'phone', TELEPHONE, phone, 'import.phone_unreadable');
  const email = cells.text('email');
  fits(cells, 'email', MAIL, email, 'import.mail_unreadable');
  const username = cells.needed('username', 40).toLowerCase();
  if (username !== '') fits(cells, 'username', USERNAME, username, 'import.username_unfit');
  const posts = await postsCalled(context, cells, 'posts');
  return { username, name: cells.needed('name'), phone, email, skills: cells.list('skills'), posts };
}

function fits(cells: Cells, field: string, shape: z.ZodType, said: string | null, code: string): void {
  if (said !== null && !shape.safeParse(said).success) cells.refuse(field, code, { text: said.slice(0, 40) });
}

async function complete(context: Context, id: Id<'person'>, now: Plain, read: Read): Promise<Taken> {
  const versionBefore = await versionOf(context.tx, id);
  const skills = [...new Set([...now.skills, ...read.skills])];
  const wanted: Partial<Plain> = {
    ...(read.name === now.name ? {} : { name: read.name }),
    ...(read.phone === null || read.phone === now.phone ? {} : { phone: read.phone }),
    ...(read.email === null || read.email === now.email ? {} : { email: read.email }),
    ...(skills.length === now.skills.length ? {} : { skills }),
  };
  const keys = Object.keys(wanted) as (keyof Plain)[];
  if (keys.length > 0) await changePerson(context, id, { ...wanted, seen: undefined });
  const held = await context.tx.selectFrom('person_post').select('post_id').where('person_id', '=', id).execute();
  const posts = read.posts.filter((post) => !held.some(({ post_id }) => post_id === post));
  for (const postId of posts) await givePost(context, id, { postId, deputyRank: null });
  if (keys.length === 0 && posts.length === 0) return { result: 'same', id };
  const before: Before = { plain: Object.fromEntries(keys.map((key) => [key, now[key]])), posts };
  const former = Object.fromEntries(keys.map((key) => [key, [now[key] ?? ''].flat().join('、')]));
  return {
    result: 'changed',
    id,
    versionBefore,
    before,
    former: { ...former, ...(posts.length > 0 ? { posts: '' } : {}) },
  };
}

async function takeBack(context: Context, { id, result, before }: TakenBefore): Promise<readonly Moved[]> {
  const person = id as Id<'person'>;
  if (result === 'new') {
    await takeBackPaths(context, person);
    await takeBackAssessments(context, person);
    await takeBackPerson(context, person);
    return [];
  }
  const { plain, posts } = before as Before;
  if (Object.keys(plain).length > 0) await changePerson(context, person, { ...plain, seen: undefined });
  for (const post of posts) await takePost(context, person, post);
  return [];
}
