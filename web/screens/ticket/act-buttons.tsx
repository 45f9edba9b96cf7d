import { ActionButton } from '../../ui/action-button.tsx';
import type { Act } from './acts/act.ts';
import type { Open } from './dialogs.tsx';
import { openedAct } from './dialogs.tsx';
import type { TicketView } from './view.ts';

type ActButtonsProps = { ticket: TicketView; acts: readonly Act[]; open: Open; kind?: 'plain' | 'quiet' };

/** Acts as buttons, each with its key; one that is refused stays where it is and says why. */
export function ActButtons({ ticket, acts, open, kind = 'plain' }: ActButtonsProps) {
  return acts.map((act) => {
    const why = act.why(ticket);
    return why === undefined ? null : (
      <ActionButton
        key={act.key}
        label={act.label}
        icon={act.icon}
        kind={kind}
        refused={why}
        onRun={() => open(openedAct(act))}
        {...(act.hotkey ? { hotkey: act.hotkey } : {})}
      />
    );
  });
}
