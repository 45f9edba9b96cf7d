import type { ClockView } from '../server/contract.ts';
import { ClockDot } from '../ui/clock/clock-dot.tsx';
import type { Column } from '../ui/list/model.ts';
import { t } from '../words/words.ts';

type WithClock = { clock: ClockView | null };

export function clockOf({ clock }: WithClock) {
  return clock ? <ClockDot clock={clock} /> : null;
}

/** The worst clock of a row, first in every list of what is owed. */
export function clockColumn<Row extends WithClock>(): Column<Row> {
  return { key: 'clock', label: t('list.clock'), width: '8.5rem', always: true, cell: clockOf };
}
