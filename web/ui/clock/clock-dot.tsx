import type { ClockView } from '../../server/contract.ts';
import { nowMs } from '../time.ts';
import styles from './clock.module.css';
import { read } from './reading.ts';
import { useClock, write } from './use-clock.ts';
import { clockWords, shortWords, whatIsOwed } from './words.ts';

/** A clock in a list: its shape, and the time left or late in short. The whole sentence stands on hover and for screen readers. */
export function ClockDot({ clock }: { clock: ClockView }) {
  const ref = useClock<HTMLSpanElement>(clock, (element, reading) => {
    const [, short, full] = element.children;
    write(short ?? null, shortWords(clock, reading));
    const words = `${whatIsOwed(clock)}: ${clockWords(clock, reading)}`;
    write(full ?? null, words);
    if (element.title !== words) element.title = words;
  });
  const reading = read(clock, nowMs());
  return (
    <span ref={ref} className={`${styles['tone']} ${styles['dot']}`} data-tone={reading.tone}>
      <span className={styles['shape']} aria-hidden />
      <span aria-hidden>{shortWords(clock, reading)}</span>
      <span className="sr-only">{`${whatIsOwed(clock)}: ${clockWords(clock, reading)}`}</span>
    </span>
  );
}
