import { listPeople, peopleQuery } from '../../organisation/people-list.ts';
import { listOut, words } from '../list-out.ts';

export const people = listOut({
  key: 'people',
  name: words('People', '人员', '人員'),
  admits: 'people.see',
  query: peopleQuery,
  read: listPeople,
  columns: [
    { key: 'name', name: words('Name', '姓名', '姓名'), value: (row) => row.name },
    { key: 'username', name: words('User name', '用户名', '使用者名稱'), value: (row) => row.username },
    { key: 'phone', name: words('Phone', '电话', '電話'), value: (row) => row.phone },
    { key: 'email', name: words('Mail', '邮箱', '電郵'), value: (row) => row.email },
    {
      key: 'posts',
      name: words('Posts', '岗位', '職位'),
      width: 30,
      value: (row, say) => say.list(row.posts.map(({ name }) => say.words(name))),
    },
    { key: 'skills', name: words('Skills', '技能', '技能'), value: (row, say) => say.list(row.skills) },
    { key: 'onDuty', name: words('On duty', '在岗', '在勤'), value: (row, say) => say.yes(row.onDuty) },
    { key: 'tickets', name: words('Open tickets', '未结受理单', '未結受理單'), value: (row) => row.openTickets },
    { key: 'orders', name: words('Open work orders', '未完工单', '未完工單'), value: (row) => row.openWorkOrders },
    {
      key: 'joinedAt',
      name: words('Joined', '入职时间', '到職時間'),
      time: 'moment',
      value: (row, say) => say.at(row.joinedAt),
    },
    {
      key: 'leftAt',
      name: words('Left', '离职时间', '離職時間'),
      time: 'moment',
      value: (row, say) => say.at(row.leftAt),
    },
  ],
});
