import type { ReactNode } from 'react';
import { useState } from 'react';
import styles from './scroller.module.css';

/** A column that stands at its newest, whose number is `count`, until somebody scrolls up. */
export function Scroller({ count, label, children }: { count: number; label: string; children: ReactNode }) {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const [seen, setSeen] = useState(-1);
  if (element && seen !== count) {
    setSeen(count);
    requestAnimationFrame(() => element.scrollTo({ top: element.scrollHeight }));
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div ref={setElement} className={styles['scroll']} tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
