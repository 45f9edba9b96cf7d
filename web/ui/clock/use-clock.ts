import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { ClockView } from '../../server/contract.ts';
import { refresh } from '../../server/queries.ts';
import { announce } from '../announce.ts';
import { onTick } from '../ticker.ts';
import type { Reading, Tone } from './reading.ts';
import { read } from './reading.ts';
import { changeWords } from './words.ts';

type Draw = (element: HTMLElement, reading: Reading, clock: ClockView) => void;

/** How long to wait before asking once more for a clock whose change has come. */
const patience = 5_000;

/**
 * Keeps one clock's element true, once a second, by writing to it: the list around it does not render again. A change
 * of state is said aloud. The element keeps its `data-tone`, from which shape and colour follow.
 */
export function useClock<Element extends HTMLElement>(clock: ClockView, draw: Draw): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const latest = useRef(draw);
  useEffect(() => {
    latest.current = draw;
  });
  const before = useRef<{ id: string; tone: Tone } | null>(null);
  useEffect(() => {
    let asked = 0;
    return onTick((now) => {
      if (!element.current) return;
      const reading = read(clock, now);
      const known = before.current?.id === clock.id ? before.current.tone : reading.tone;
      if (known !== reading.tone) announce(changeWords(clock, reading));
      before.current = { id: clock.id, tone: reading.tone };
      element.current.dataset['tone'] = reading.tone;
      latest.current(element.current, reading, clock);
      if (reading.outdated && now - asked > patience) {
        asked = asked === 0 ? now : Number.POSITIVE_INFINITY;
        void refresh([`commitment/${clock.id}`, 'clock']);
      }
    });
  }, [clock]);
  return element;
}

/** Writes text only where it changed: most seconds it has not. */
export function write(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
