import type { z } from 'zod';
import type { departmentPlanOut } from '../../../src/department-plan/view.ts';
import type { entryOut, materialsOut, planPageOut, requestOut } from '../../../src/material/view.ts';
import { useRead } from '../../server/queries.ts';
import { t } from '../../words/words.ts';

export type PlanPage = z.output<typeof planPageOut>;
export type PlanLine = PlanPage['lines'][number];
export type Request = z.output<typeof requestOut>;
export type Entry = z.output<typeof entryOut>;
export type Materials = z.output<typeof materialsOut>;
export type Material = Materials['items'][number];
export type DepartmentPlan = z.output<typeof departmentPlanOut>;

/** What changes with every act here. */
export const aboutMaterial = [
  'material',
  'material_plan',
  'material_request',
  'budget',
  'expense',
  'commitment',
] as const;

type Of = { id?: string | undefined; department?: string | undefined; month?: string | undefined };

/** A department's month of material, and with it whose one sees. */
export function usePlan(query: Of) {
  return useRead<PlanPage>('material-plans/month', { about: aboutMaterial, query, keep: true });
}

export function useMaterials(
  query: { department?: string | undefined; q?: string | undefined; low?: string | undefined } = {},
) {
  return useRead<Materials>('materials', { about: ['material'], query, keep: true });
}

export function materialOptions(materials: Materials | undefined) {
  return (materials?.items ?? [])
    .filter(({ closed }) => !closed)
    .map(({ id, name, unit }) => ({ value: id, label: `${name}（${unit}）` }));
}

/** A whole number as it was typed; null: it is none. */
export const wholeOf = (text: string): number | null => (/^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : null);

export const counted = (quantity: number, { unit }: { unit: string }): string =>
  t('materials.counted', { n: quantity, unit });
