import { useEffect, useRef } from 'react';
import { absolute, nowMs, spoken } from './time.ts';
import { onTick } from './ticker.ts';

/** A moment as a person says it, kept true while it is on the screen; the full date stands on hover. */
export function When({ at, className }: { at: string; className?: string }) {
export function When({ at, className }: { at: string; className?: string | undefined }) {
  const element = useRef<HTMLTimeElement>(null);
  useEffect(
    () =>
      onTick((now) => {
        const words = spoken(at, now);
        if (element.current && element.current.textContent !== words) element.current.textContent = words;
      }),
    [at],
  );
  return (
    <time ref={element} dateTime={at} title={absolute(at)} className={className}>
      {spoken(at, nowMs())}
    </time>
  );
}
