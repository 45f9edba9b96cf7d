import type { z } from 'zod';
import type { departmentsOut } from '../../../src/organisation/departments-view.ts';
import { useRead } from '../../server/queries.ts';
import { said } from '../../words/words.ts';

export type Departments = z.output<typeof departmentsOut>;

export function useDepartments(): Departments['items'] {
  const read = useRead<Departments>('departments', { about: ['department'] });
  return (read.data?.items ?? []).filter((department) => !department.closed);
}

/** Heads who may have to hear what was found, the department's own first. */
export function useHeads(departmentId: string): { id: string; label: string }[] {
  const departments = useDepartments();
  const own = departments.filter((one) => one.id === departmentId);
  const others = departments.filter((one) => one.id !== departmentId && !one.outsideFirm);
  const heads = [...own, ...others].flatMap((one) =>
    one.heads.map((head) => ({ id: head.id, label: `${head.name} · ${said(one.name)}` })),
  );
  return heads.filter((head, at) => heads.findIndex((other) => other.id === head.id) === at);
}
