import { z } from 'zod';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { addPost } from '../commands/add-post.ts';
import { changePost } from '../commands/change-post.ts';
import { addPostInput, changePostInput, postInput } from '../inputs.ts';
import { listPosts, postsOut } from '../posts-view.ts';
import { postVersions, previewRights, rightsEffectOut, versionsOut } from '../versions-view.ts';

const tag = 'Organisation';

/** Posts and the rights that belong to them. */
export const postRoutes: Route[] = [
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
