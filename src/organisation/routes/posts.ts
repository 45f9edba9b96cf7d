import { z } from 'zod';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { addDepartment } from '../commands/add-department.ts';
import { addPost } from '../commands/add-post.ts';
import { changeCentre } from '../commands/change-centre.ts';
import { changeDepartment } from '../commands/change-department.ts';
import { changePost } from '../commands/change-post.ts';
import { departmentEffectOut, effectOnDepartment } from '../department-effect.ts';
import { centresOut, departmentsOut, listCentres, listDepartments } from '../departments-view.ts';
import {
  addDepartmentInput,
  addPostInput,
  changeCentreInput,
  changeDepartmentInput,
  changePostInput,
  previewDepartmentInput,
  postInput,
} from '../inputs.ts';
import { listPosts, postsOut } from '../posts-view.ts';
import { departmentVersions, postVersions, previewRights, rightsEffectOut, versionsOut } from '../versions-view.ts';

const tag = 'Organisation';

const postRoutes: Route[] = [
  route({
    name: 'listPosts',
    method: 'GET',
    path: '/posts',
    admits: 'people.see',
    tag,
    summary: 'Posts with their rights, superiors and people',
    answer: postsOut,
    handle: (context) => listPosts(context),
  }),
  route({
    name: 'addPost',
    method: 'POST',
    path: '/posts',
    admits: 'people.edit',
    tag,
    summary: 'Add a post with its rights and superior',
    status: 201,
    body: addPostInput,
    answer: done,
    handle: async (context, { body }) => {
      await addPost(context, body);
      return OK;
    },
  }),
  route({
    name: 'changePost',
    method: 'PATCH',
    path: '/posts/:id',
    admits: 'people.edit',
    tag,
    summary: 'Change a post: name, rights, superior, deputies; close or reopen it',
    params: z.object({ id: id('post') }),
    body: changePostInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await changePost(context, params.id, body);
      return OK;
    },
  }),
  route({
    name: 'previewPost',
    method: 'POST',
    path: '/posts/:id/preview',
    admits: 'people.edit',
    tag,
    summary: 'Who would gain and lose which right; changes nothing',
    params: z.object({ id: id('post') }),
    body: postInput.pick({ rights: true }),
    answer: rightsEffectOut,
    handle: (context, { params, body }) => previewRights(context, params.id, body.rights),
  }),
  route({
    name: 'listPostVersions',
    method: 'GET',
    path: '/posts/:id/versions',
    admits: 'people.edit',
    tag,
    summary: 'What a post was before, with who changed it and why',
    params: z.object({ id: id('post') }),
    answer: versionsOut,
    handle: (context, { params }) => postVersions(context, params.id),
  }),
];

const departmentRoutes: Route[] = [
  route({
    name: 'listDepartments',
    method: 'GET',
    path: '/departments',
    admits: 'people.see',
    tag,
    summary: 'Departments and outside firms with heads and load',
    answer: departmentsOut,
    handle: (context) => listDepartments(context),
  }),
  route({
    name: 'addDepartment',
    method: 'POST',
    path: '/departments',
    admits: 'people.edit',
    tag,
    summary: 'Add a department or an outside firm',
    status: 201,
    body: addDepartmentInput,
    answer: done,
    handle: async (context, { body }) => {
      await addDepartment(context, body);
      return OK;
    },
  }),
  route({
    name: 'changeDepartment',
    method: 'PATCH',
    path: '/departments/:id',
    admits: 'people.edit',
    tag,
    summary: 'Change a department: name, calendar; close or reopen it. One in use says where its work goes',
    params: z.object({ id: id('department') }),
    body: changeDepartmentInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await changeDepartment(context, params.id, body);
      return OK;
    },
  }),
  route({
    name: 'previewDepartment',
    method: 'POST',
    path: '/departments/:id/preview',
    admits: 'people.edit',
    tag,
    summary: 'What a change of a department would mean for what is open and for what names it; changes nothing',
    params: z.object({ id: id('department') }),
    body: previewDepartmentInput,
    answer: departmentEffectOut,
    handle: (context, { params, body }) => effectOnDepartment(context, params.id, body),
  }),
  route({
    name: 'listDepartmentVersions',
    method: 'GET',
    path: '/departments/:id/versions',
    admits: 'people.edit',
    tag,
    summary: 'What a department was before, with who changed it and why',
    params: z.object({ id: id('department') }),
    answer: versionsOut,
    handle: (context, { params }) => departmentVersions(context, params.id),
  }),
];

const centreRoutes: Route[] = [
  route({
    name: 'listCentres',
    method: 'GET',
    path: '/centres',
    admits: 'signed-in',
    token: 'any',
    tag,
    summary: 'Centres: where they are reached, and by which hours they receive',
    answer: centresOut,
    handle: (context) => listCentres(context),
  }),
  route({
    name: 'changeCentre',
    method: 'PATCH',
    path: '/centres/:id',
    admits: 'people.edit',
    tag,
    summary: 'Change where a centre is reached, and its reception hours',
    params: z.object({ id: id('centre') }),
    body: changeCentreInput,
    answer: done,
    handle: async (context, { params, body }) => {
      await changeCentre(context, params.id, body);
      return OK;
    },
  }),
];

export const houseRoutes: Route[] = [...postRoutes, ...departmentRoutes, ...centreRoutes];
