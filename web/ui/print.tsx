import type { ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { t } from '../words/words.ts';
import styles from './print.module.css';
import { createStore, useStore } from './store.ts';

const sheet = createStore<ReactNode>(null);

/** Prints one slip and nothing of the screen around it. Inside it stands `<Slip>` or whatever else fits a sheet. */
export function printSlip(slip: ReactNode): void {
  flushSync(() => sheet.set(slip));
  const pictures = [...document.querySelectorAll<HTMLImageElement>('#print-root img')];
  if (pictures.length === 0) return printNow();
  // a picture that cannot be had leaves its words on the paper
  void Promise.allSettled(pictures.map((picture) => picture.decode())).then(printNow);
}

function printNow(): void {
  window.print();
  sheet.set(null);
}

/** Stands once in the frame: the sheet that is being printed. */
export function PrintRoot() {
  const slip = useStore(sheet);
  const root = document.getElementById('print-root');
  return root && slip ? createPortal(slip, root) : null;
}

type SlipProps = {
  organisation: string;
  title: string;
  number: string;
  /** Label and content of each line, in the order they are read aloud. */
  lines: readonly { label: string; text: ReactNode }[];
  /** Who signs, from left to right. */
  signers?: readonly string[];
  /** Photos that belong to it, each with what is seen on it. */
  pictures?: readonly { address: string; words: string }[];
  children?: ReactNode;
};

/** The layout of a slip: the house, what it is, its number, the facts, and room to sign. */
export function Slip({ organisation, title, number, lines, pictures = [], signers = [], children }: SlipProps) {
  return (
    <article className={styles['slip']}>
      <header>
        <p>{organisation}</p>
        <h1>{title}</h1>
        <p className={styles['number']}>{t('print.number', { number })}</p>
      </header>
      <dl>
        {lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.text}</dd>
          </div>
        ))}
      </dl>
      {children}
      {pictures.length > 0 ? (
        <div className={styles['pictures']}>
          {pictures.map(({ address, words }) => (
            <figure key={address}>
              <img src={address} alt={words} />
              <figcaption>{words}</figcaption>
            </figure>
          ))}
        </div>
      ) : null}
      {signers.length > 0 ? (
        <footer>
          {signers.map((signer) => (
            <p key={signer}>{t('print.signature', { signer })}</p>
          ))}
        </footer>
      ) : null}
    </article>
  );
}
