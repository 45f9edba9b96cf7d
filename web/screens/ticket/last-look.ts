import { useEffect, useState } from 'react';
import { recallText, remember } from '../../ui/memory.ts';

/**
 * Up to when this person had seen the ticket before this look, so that what is new can be marked. Null at the first look:
 * then nothing is marked, for everything is new.
 */
export function useLastLook(ticketId: string, newest: string | null): string | null {
  const name = `seen.${ticketId}`;
  const [before] = useState(() => recallText(name));
  useEffect(() => {
    if (newest) remember(name, newest);
  }, [name, newest]);
  return before;
}
