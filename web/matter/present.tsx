import { Suspense } from 'react';
import { later } from '../routes/later.ts';
import { usePresent } from '../server/presence.ts';
import { useSession } from '../session/session.ts';

/** Comes with the first one who is there: the first screen does without. */
const PresentMarks = later(() => import('./present-marks.tsx').then((file) => file.PresentMarks));

/** Who else has a ticket before him now, and types: on the ticket by name, in a row as a mark that says it on hover. */
export function PresentAt({ ticketId, small = false }: { ticketId: string; small?: boolean }) {
  // the visitor of a chat stands at it under its own id: he is no colleague
  const there = usePresent(ticketId, useSession().person.id).filter(({ person }) => person !== ticketId);
  if (there.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <PresentMarks there={there} small={small} />
    </Suspense>
  );
}
