import type { z } from 'zod';
import type { departmentEffectOut } from '../../../../src/organisation/department-effect.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { Facts, Notice } from '../../../ui/section.tsx';
import { listWords, numberWords } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import { Changes } from '../changes.tsx';

export type DepartmentEffect = z.output<typeof departmentEffectOut>;
type Things = DepartmentEffect['posts'];

/** What is open there, who works there, and what names it; given up, all of that goes elsewhere. */
export function DepartmentEffectWords({ effect, moves }: { effect: DepartmentEffect; moves: boolean }) {
  const { faults, changes } = effect;
  const counts = [
    ['departments.open_tickets', effect.openTickets],
    ['departments.open_orders', effect.openWorkOrders],
    ['departments.open_commitments', effect.openCommitments],
    ['departments.people', effect.people],
  ] as const;
  const things = [
    ['departments.posts', effect.posts],
    ['departments.kinds', effect.kinds],
    ['departments.plans', effect.plans],
    ['departments.offerings', effect.offerings],
    ['departments.canned', effect.canned],
  ] as const;
  const names = (some: Things) => (some.length > 0 ? listWords(some.map(({ name }) => said(name))) : '–');
  return (
    <>
      {faults.map((fault) => (
        <Notice key={fault.code} tone="late">
          {refusalWords(fault)}
        </Notice>
      ))}
      {moves && faults.length === 0 ? <Notice tone="soon">{t('departments.moves')}</Notice> : null}
      <Changes changes={changes} />
      <Facts
        lines={[
          ...counts.map(([label, count]) => ({ label: t(label), value: numberWords(count) })),
          ...things.map(([label, some]) => ({ label: t(label), value: names(some) })),
        ]}
      />
    </>
  );
}
