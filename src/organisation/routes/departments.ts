import { z } from 'zod';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { addDepartment } from '../commands/add-department.ts';
import { changeDepartment } from '../commands/change-department.ts';
import { departmentEffectOut, effectOnDepartment } from '../department-effect.ts';
import { departmentsOut, listDepartments } from '../departments-view.ts';
import { addDepartmentInput, changeDepartmentInput, previewDepartmentInput } from '../inputs.ts';
import { departmentVersions, versionsOut } from '../versions-view.ts';

const tag = 'Organisation';

/** Departments and outside firms. */
export const departmentRoutes: Route[] = [
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
