import type { ReactNode } from 'react';
import { Suspense, useLayoutEffect, useRef, useState } from 'react';
import { useKeys } from '../ui/keys.ts';
import { t } from '../words/words.ts';
import styles from './arriving.module.css';
import searchField from './search-field.module.css';

type Window = {
  title: string;
  close: () => void;
  /** What was typed so far, where it is a field that is on its way. */
  text?: string;
  type?: (text: string) => void;
};

/** A window whose code is fetched when it opens for the first time. It stays from then on, to give the focus back when it closes. */
export function Late({ opened, children, ...window }: Window & { opened: boolean; children: ReactNode }) {
  const [asked, setAsked] = useState(opened);
  if (opened && !asked) setAsked(true);
  return asked ? <Suspense fallback={opened ? <Arriving {...window} /> : null}>{children}</Suspense> : null;
}

/** Stands where the window will: takes what is typed meanwhile, and keeps it from the keys of the screen beneath. */
function Arriving({ title, close, text, type }: Window) {
  const window = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => (field.current ?? window.current)?.focus(), []);
  useKeys([{ key: 'Escape', label: t('action.close'), group: 'screen', run: close }], window);
  return (
    <div className={styles['over']}>
      <div
        ref={window}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        aria-busy="true"
        tabIndex={-1}
        className={styles['window']}
      >
        {type ? (
          <input
            ref={field}
            className={searchField['field']}
            aria-label={title}
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => type(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && close()}
          />
        ) : null}
      </div>
    </div>
  );
}
