import { Popover } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import type { ClockView } from '../../server/contract.ts';
import { t } from '../../words/words.ts';
import { absolute, nowMs, spoken } from '../time.ts';
import { ClockExplanation } from './clock-explanation.tsx';
import styles from './clock.module.css';
import { read } from './reading.ts';
import { useClock, write } from './use-clock.ts';
import { clockWords, whatIsOwed } from './words.ts';

/** Long enough that a mouse crossing the strip on its way elsewhere opens nothing. */
const hoverDelay = 350;

/**
 * One running commitment on one line: what is owed, to whom, what is left in words and as a shrinking bar. Hover, tap or
 * focus tells how the deadline was computed and who will be told next. The same everywhere in the app.
 */
export function ClockStrip({ clock }: { clock: ClockView }) {
  const [opened, setOpened] = useState(false);
  const timer = useRef<number | undefined>(undefined);
  const explanation = useId();
  const button = useClock<HTMLButtonElement>(clock, (element, reading) => {
    write(element.querySelector('[data-words]'), clockWords(clock, reading));
    const bar = element.querySelector<HTMLElement>('[data-left]');
    if (bar) bar.style.transform = `scaleX(${reading.share.toFixed(3)})`;
  });
  const show = (soon: boolean) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setOpened(soon), soon ? hoverDelay : 200);
  };
  const reading = read(clock, nowMs());
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal trapFocus={false}>
      <Popover.Target>
        <button
          type="button"
          ref={button}
          className={`${styles['tone']} ${styles['strip']}`}
          data-tone={reading.tone}
          aria-expanded={opened}
          aria-describedby={opened ? explanation : undefined}
          onClick={() => setOpened(!opened)}
          onPointerEnter={(event) => event.pointerType === 'mouse' && show(true)}
          onPointerLeave={(event) => event.pointerType === 'mouse' && show(false)}
        >
          <span className={styles['shape']} aria-hidden />
          <span>
            <span className={styles['title']}>{whatIsOwed(clock)}</span>
            {clock.owedTo ? <span className="dim"> {t('clock.owed_to', { whom: clock.owedTo })}</span> : null}
          </span>
          <span className={styles['due']} title={absolute(clock.dueAt)}>
            {t('clock.due', { at: spoken(clock.dueAt) })}
          </span>
          <span className={styles['words']} data-words>
            {clockWords(clock, reading)}
          </span>
          <span className={styles['bar']} aria-hidden>
            <span
              className={styles['left']}
              data-left
              style={{ display: 'block', transform: `scaleX(${reading.share})` }}
            />
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown
        id={explanation}
        style={{ width: 'min(27rem, 94vw)' }}
        onPointerEnter={() => window.clearTimeout(timer.current)}
        onPointerLeave={(event) => event.pointerType === 'mouse' && show(false)}
      >
        {opened ? <ClockExplanation clock={clock} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
}
