import { printSlip, Slip } from '../../ui/print.tsx';
import styles from './charges.module.css';

export type PrintedLetter = { id: string; customer: string; text: string };

/** Letters, one a sheet, each in the language of its customer. */
export function printLetters(title: string, organisation: string, letters: readonly PrintedLetter[]): void {
  printSlip(
    <>
      {letters.map(({ id, customer, text }) => (
        <Slip key={id} organisation={organisation} title={title} number={customer} lines={[]}>
          <p className={styles['paper']}>{text}</p>
        </Slip>
      ))}
    </>,
  );
}
