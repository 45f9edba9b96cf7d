import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Id } from '../kernel/id.ts';
import type { Ask, Directory, DirectoryPost, Member } from './directory.ts';
import { whoIsToldBy } from './directory.ts';
import { whyNotRelease } from './duty.ts';

// An estate in one glance: who stands where, by first letters of what they are.

type State = 'on' | 'off' | 'away';

const centre = 'centre' as Id<'centre'>;
const department = (name: string) => name as Id<'department'>;

function post(
  id: string,
  role: DirectoryPost['role'],
  of: string | null,
  superior: string | null,
  holders: string[],
  deputies: string[] = [],
): DirectoryPost {
  return {
    id: id as Id<'post'>,
    role,
    departmentId: of ? department(of) : null,
    centreId: centre,
    superiorId: superior as Id<'post'> | null,
    neverEmpty: role === 'emergency',
    holders: holders as Id<'person'>[],
    deputies: deputies as Id<'person'>[],
  };
}

function estate(states: Record<string, State>, successors: Record<string, string> = {}): Directory {
  const names = [
    'leader',
    'deputy_gm',
    'manager',
    'head',
    'super',
    'clerk',
    'night',
    'engineer',
    'plumber',
    'electrician',
  ];
  const people = names.map((id): [Id<'person'>, Member] => [
    id as Id<'person'>,
    {
      id: id as Id<'person'>,
      onDuty: (states[id] ?? 'on') === 'on',
      absent: states[id] === 'away',
      successorId: (successors[id] ?? null) as Id<'person'> | null,
    },
  ]);
  const posts = [
    post('p_leader', 'company_leader', null, null, ['leader']),
    post('p_dgm', 'deputy_general_manager', null, 'p_leader', ['deputy_gm']),
    post('p_manager', 'centre_manager', 'service', 'p_dgm', ['manager'], ['head']),
    post('p_head', 'department_head', 'service', 'p_manager', ['head']),
    post('p_super', 'supervisor', 'service', 'p_head', ['super']),
    post('p_desk', 'front_desk', 'service', 'p_super', ['clerk']),
    post('p_night', 'emergency', 'service', 'p_super', ['night'], ['clerk', 'electrician']),
    post('p_engineer', 'department_head', 'engineering', 'p_manager', ['engineer'], ['electrician']),
    post('p_worker', 'worker', 'engineering', 'p_engineer', ['plumber', 'electrician']),
  ];
  return { people: new Map(people), posts: new Map(posts.map((one) => [one.id, one])) };
}

const leak = { ownerId: 'plumber' as Id<'person'>, departmentId: department('engineering'), centreId: centre };
const atDesk = { ownerId: 'clerk' as Id<'person'>, departmentId: department('service'), centreId: centre };

const cases: [what: string, directory: Directory, ask: Ask, told: string[]][] = [
  ['the owner on duty', estate({}), { to: 'owner', ...leak }, ['plumber']],
  [
    'the owner off duty, and a colleague who is on',
    estate({ plumber: 'off' }),
    { to: 'owner', ...leak },
    ['plumber', 'electrician'],
  ],
  [
    'who took over from an owner away',
    estate({ clerk: 'away' }, { clerk: 'super' }),
    { to: 'owner', ...atDesk },
    ['super'],
  ],
  [
    'a colleague of an owner away without successor',
    estate({ plumber: 'away' }),
    { to: 'owner', ...leak },
    ['electrician'],
  ],
  [
    'the superior of an owner away with nobody beside him',
    estate({ clerk: 'away' }),
    { to: 'owner', ...atDesk },
    ['super'],
  ],
  ["the owner's superior", estate({}), { to: 'supervisor', ...leak }, ['engineer']],
  ['the superior of the clerk', estate({}), { to: 'supervisor', ...atDesk }, ['super']],
  [
    "the superior's superior when he owns it himself",
    estate({}),
    { to: 'supervisor', ...atDesk, ownerId: 'super' as Id<'person'> },
    ['head'],
  ],
  ['higher up when the superior is away', estate({ super: 'away' }), { to: 'supervisor', ...atDesk }, ['head']],
  ['the head of the department', estate({}), { to: 'department_head', ...leak }, ['engineer']],
  [
    'his deputy on duty while he is off',
    estate({ engineer: 'off' }),
    { to: 'department_head', ...leak },
    ['electrician'],
  ],
  [
    'himself, off duty, when the deputy is off too',
    estate({ engineer: 'off', electrician: 'off' }),
    { to: 'department_head', ...leak },
    ['engineer'],
  ],
  [
    'the manager when head and deputy are away',
    estate({ engineer: 'away', electrician: 'away' }),
    { to: 'department_head', ...leak },
    ['manager'],
  ],
  [
    'the manager for a department without a head',
    estate({}),
    { to: 'department_head', departmentId: department('cleaning'), centreId: centre },
    ['manager'],
  ],
  ['the front desk', estate({}), { to: 'front_desk', centreId: centre }, ['clerk']],
  ['the emergency line at night', estate({ clerk: 'off' }), { to: 'front_desk', centreId: centre }, ['night']],
  [
    'the deputy of the emergency line',
    estate({ clerk: 'off', night: 'away' }),
    { to: 'front_desk', centreId: centre },
    ['electrician'],
  ],
  ['the centre manager', estate({}), { to: 'centre_manager', centreId: centre }, ['manager']],
  [
    'who stands above, when manager and deputy are away',
    estate({ manager: 'away', head: 'away' }),
    { to: 'centre_manager', centreId: centre },
    ['deputy_gm'],
  ],
  ['the deputy general manager', estate({}), { to: 'deputy_general_manager', centreId: centre }, ['deputy_gm']],
  [
    'the centre manager, when everybody above is away',
    estate({ leader: 'away', deputy_gm: 'away' }),
    { to: 'company_leader', centreId: centre },
    ['manager'],
  ],
  [
    'who stands for the post, when nobody owns it yet',
    estate({}),
    { to: 'owner', postId: 'p_night' as Id<'post'> },
    ['night'],
  ],
];
for (const [what, directory, ask, told] of cases) {
  test(`told is ${what}`, () => assert.deepEqual(whoIsToldBy(directory, ask), told));
}

test('somebody is told whoever is asked for, with everybody off duty and every single one away', () => {
  const names = [...estate({}).people.keys()];
  const asks: Ask['to'][] = [
    'owner',
    'supervisor',
    'front_desk',
    'department_head',
    'centre_manager',
    'deputy_general_manager',
    'company_leader',
  ];
  const allOff = Object.fromEntries(names.map((name): [string, State] => [name, 'off']));
  for (const away of names) {
    for (const to of asks) {
      const told = whoIsToldBy(estate({ ...allOff, [away]: 'away' }), { to, ...leak });
      assert.ok(told.length > 0 && !told.includes(away), `${to} with ${away} away: ${told.join()}`);
    }
  }
});

test('with everybody away the promise still reaches somebody', () => {
  const names = [...estate({}).people.keys()];
  const told = whoIsToldBy(estate(Object.fromEntries(names.map((name): [string, State] => [name, 'away']))), {
    to: 'owner',
    ...leak,
  });
  assert.equal(told.length, 1);
});

const releases: [
  what: string,
  states: Record<string, State>,
  who: string,
  cover: string | undefined,
  code: string | null,
][] = [
  ['one of two on the line may go', {}, 'night', undefined, null],
  ['who is no part of the line may go', { clerk: 'off', electrician: 'off' }, 'plumber', undefined, null],
  ['the last one may not go', { clerk: 'off', electrician: 'off' }, 'night', undefined, 'duty.post_left_empty'],
  ['nor be his own cover', { clerk: 'off', electrician: 'off' }, 'night', 'night', 'duty.post_left_empty'],
  ['he may when a deputy covers', { clerk: 'off', electrician: 'off' }, 'night', 'clerk', null],
  ['not when the cover is away', { clerk: 'away', electrician: 'off' }, 'night', 'clerk', 'duty.cover_away'],
  [
    'not when the cover does not belong to the line',
    { clerk: 'off', electrician: 'off' },
    'night',
    'plumber',
    'duty.cover_not_of_post',
  ],
  [
    'a deputy alone on the line may not go either',
    { night: 'away', electrician: 'off' },
    'clerk',
    undefined,
    'duty.post_left_empty',
  ],
];
for (const [what, states, who, cover, code] of releases) {
  test(`the emergency line is never empty: ${what}`, () => {
    const why = whyNotRelease(estate(states), who as Id<'person'>, cover as Id<'person'> | undefined);
    assert.equal(why?.code ?? null, code);
  });
}
