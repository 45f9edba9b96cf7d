import { Go } from '../../ui/go.tsx';
import { Facts } from '../../ui/section.tsx';
import type { OpenShift } from './shift.ts';
import { figureLines } from './shift.ts';

/** What happened in the shift; each number leads to where its records stand. */
export function ShiftFigures({ figures }: { figures: OpenShift['figures'] }) {
  return (
    <Facts
      lines={figureLines(figures).map(({ label, n, to, search }) => ({
        label,
        value: (
          <Go to={to} search={search}>
            {n}
          </Go>
        ),
      }))}
    />
  );
}
