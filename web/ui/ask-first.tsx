import type { ReactNode } from 'react';
import { t } from '../words/words.ts';
import { ActionButton } from './action-button.tsx';
import { Dialog } from './dialog.tsx';
import styles from './ask-first.module.css';

type AskFirstProps = {
  opened: boolean;
  close: () => void;
  title: string;
  /** The words on the button that does it: the act itself, never "OK". */
  act: string;
  run: () => void;
  busy?: boolean;
  /** Why it cannot be done as it is filled in. */
  refused?: string | null;
  danger?: boolean;
  children: ReactNode;
};

/** Before something that cannot be taken back: says what will happen, and does it only when it is pressed again. */
export function AskFirst(props: AskFirstProps) {
  const { opened, close, title, act, run, busy = false, refused = null, danger = true, children } = props;
  return (
    <Dialog opened={opened} close={close} title={title}>
      <div className={styles['ask']}>
        {children}
        <div className={styles['buttons']}>
          <ActionButton label={act} kind={danger ? 'danger' : 'primary'} busy={busy} refused={refused} onRun={run} />
          <ActionButton label={t('action.leave_as_it_is')} onRun={close} />
        </div>
      </div>
    </Dialog>
  );
}
