import { z } from 'zod';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, id, idOut, OK } from '../platform/http/shapes.ts';
import { decidePlan } from './commands/decide-plan.ts';
import { drawUpPlan } from './commands/draw-up-plan.ts';
import { addMaterial, changeMaterial } from './commands/keep-material.ts';
import {
  addMaterialInput,
  changeMaterialInput,
  decidePlanInput,
  drawUpInput,
  materialsQuery,
  planQuery,
} from './inputs.ts';
import { planPage } from './page.ts';
import { listMaterials } from './stock.ts';
import { materialsOut, planPageOut } from './view.ts';

const tag = 'Material';
const exampleMaterial = { name: 'LED 灯管', unit: '支', costKind: 'materials', price: 1_800, keepAtLeast: 20 };

/** What material there is, and what each department plans of it for a month (ASST-06). */
export const materialRoutes: Route[] = [
  route({
    name: 'listMaterials',
    method: 'GET',
    path: '/materials',
    admits: 'material.see',
    tag,
    summary: 'Materials with what lies in stock, and what is to be replenished',
    query: materialsQuery,
    answer: materialsOut,
    handle: (context, { query }) => listMaterials(context, query),
  }),
  route({
    name: 'addMaterial',
    method: 'POST',
    path: '/materials',
    admits: 'material.keep',
    tag,
    summary: 'One more material that is planned, asked for and counted',
    status: 201,
    body: addMaterialInput,
    example: exampleMaterial,
    answer: z.object({ id: idOut('material') }),
    handle: async (context, { body }) => ({ id: await addMaterial(context, body) }),
  }),
  route({
    name: 'changeMaterial',
    method: 'PUT',
    path: '/materials/:id',
    admits: 'material.keep',
    tag,
    summary: 'What a material is called, costs and is kept at; what it said before is kept',
    params: z.object({ id: id('material') }),
    body: changeMaterialInput,
    example: { ...exampleMaterial, price: 1_650 },
    answer: done,
    handle: async (context, given) => {
      await changeMaterial(context, given.params.id, given.body);
      return OK;
    },
  }),
  route({
    name: 'readMaterialPlan',
    method: 'GET',
    path: '/material-plans/month',
    admits: 'material.see',
    tag,
    summary:
      'A department’s month of material: planned, asked for, received, issued and short, its versions, and what the budget has left',
    query: planQuery,
    answer: planPageOut,
    handle: (context, { query }) => planPage(context, query),
  }),
  route({
    name: 'drawUpMaterialPlan',
    method: 'POST',
    path: '/material-plans',
    admits: 'material.keep',
    tag,
    summary: 'Draw up the material a department requires in a month, or another version of it; it waits for approval',
    status: 201,
    body: drawUpInput,
    example: {
      departmentId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d6e',
      month: '2026-12',
      lines: [
        {
          materialId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d70',
          quantity: 40,
          price: 1_800,
          neededBy: '2026-12-10',
          personId: '0190d7a2-5b0e-7c31-9f42-1d2a3b4c5d71',
        },
      ],
      why: '按三季度用量',
      seen: 0,
    },
    answer: z.object({ id: idOut('material_plan') }),
    handle: async (context, { body }) => ({ id: await drawUpPlan(context, body) }),
  }),
  route({
    name: 'decideMaterialPlan',
    method: 'POST',
    path: '/material-plans/:id/decide',
    admits: 'material.approve',
    tag,
    summary: 'Approve the version that waits, or send it back; beyond the budget only the post that the house names',
    params: z.object({ id: id('material_plan') }),
    body: decidePlanInput,
    answer: done,
    handle: async (context, given) => {
      await decidePlan(context, given.params.id, given.body);
      return OK;
    },
  }),
];
