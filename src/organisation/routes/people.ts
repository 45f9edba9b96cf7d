import { z } from 'zod';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { addPerson } from '../commands/add-person.ts';
import { changePerson } from '../commands/change-person.ts';
import { givePost } from '../commands/give-post.ts';
import { leave } from '../commands/leave.ts';
import { takePost } from '../commands/take-post.ts';
import { addPersonInput, changePersonInput, givePostInput, leaveInput } from '../inputs.ts';
import { listPeople, peopleQuery, readPerson } from '../people-list.ts';
import { peopleOut, personOut } from '../people-view.ts';

const params = z.object({ id: id('person') });
const tag = 'People';

export const peopleRoutes: Route[] = [
  route({
    name: 'listPeople',
    method: 'GET',
    path: '/people',
    admits: 'people.see',
    tag,
    summary: 'Who works here, with posts, duty and open load; by name',
    query: peopleQuery,
    answer: peopleOut,
    handle: (context, { query }) => listPeople(context, query),
  }),
  route({
    name: 'readPerson',
    method: 'GET',
    path: '/people/:id',
    admits: 'people.see',
    tag,
    summary: 'One person, with posts, duty and open load',
    params,
    answer: personOut,
    handle: (context, { params: { id: personId } }) => readPerson(context, personId),
  }),
  route({
    name: 'addPerson',
    method: 'POST',
    path: '/people',
    admits: 'people.edit',
    tag,
    summary: 'Add somebody, with posts; the sign-in follows by a one-time code',
    status: 201,
    body: addPersonInput,
    answer: personOut,
    handle: async (context, { body }) => readPerson(context, await addPerson(context, body)),
  }),
  route({
    name: 'changePerson',
    method: 'PATCH',
    path: '/people/:id',
    admits: 'signed-in',
    token: ['people.edit'],
    tag,
    summary: 'Change what is known of a person; of oneself: telephone, mail, language',
    params,
    body: changePersonInput,
    answer: done,
    handle: async (context, { params: { id: personId }, body }) => {
      await changePerson(context, personId, body);
      return OK;
    },
  }),
  route({
    name: 'givePost',
    method: 'POST',
    path: '/people/:id/posts',
    admits: 'people.edit',
    tag,
    summary: 'Give a post, or make somebody its deputy',
    params,
    body: givePostInput,
    answer: done,
    handle: async (context, { params: { id: personId }, body }) => {
      await givePost(context, personId, body);
      return OK;
    },
  }),
  route({
    name: 'takePost',
    method: 'DELETE',
    path: '/people/:id/posts/:postId',
    admits: 'people.edit',
    tag,
    summary: 'Take a post from a person',
    params: params.extend({ postId: id('post') }),
    answer: done,
    handle: async (context, { params: { id: personId, postId } }) => {
      await takePost(context, personId, postId);
      return OK;
    },
  }),
  route({
    name: 'leave',
    method: 'POST',
    path: '/people/:id/leave',
    admits: 'people.edit',
    tag,
    summary: 'A person leaves for good; everything open goes to the successor in one act',
    params,
    body: leaveInput,
    answer: done,
    handle: async (context, { params: { id: personId }, body }) => {
      await leave(context, personId, body);
      return OK;
    },
  }),
];
