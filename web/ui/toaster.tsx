import { Button, CloseButton } from '@mantine/core';
import { t } from '../words/words.ts';
import { useKeys } from './keys.ts';
import { useStore } from './store.ts';
import type { Toast } from './toast.ts';
import { closeToast, toasts } from './toast.ts';
import styles from './toaster.module.css';

/** What was done and can still be taken back, and what went wrong, in the corner; said to screen readers without moving the focus. */
export function Toaster() {
  const all = useStore(toasts);
  const undoable = all.findLast((toast) => toast.undo);
  useKeys(
    undoable ? [{ key: 'u', label: t('action.undo_last'), group: 'everywhere', run: () => takeBack(undoable) }] : [],
  );
  return (
    <>
      <div className={styles['stack']} role="status" aria-live="polite">
        {all
          .filter((toast) => toast.tone !== 'problem')
          .map((toast) => (
            <Card key={toast.id} toast={toast} />
          ))}
      </div>
      <div className={styles['stack']} data-problems role="alert">
        {all
          .filter((toast) => toast.tone === 'problem')
          .map((toast) => (
            <Card key={toast.id} toast={toast} />
          ))}
      </div>
    </>
  );
}

function takeBack(toast: Toast): void {
  closeToast(toast.id);
  void toast.undo?.();
}

function Card({ toast }: { toast: Toast }) {
  return (
    <div className={styles['toast']} data-tone={toast.tone}>
      <p>{toast.text}</p>
      {toast.undo ? (
        <Button variant="white" size="compact-sm" onClick={() => takeBack(toast)}>
          {t('action.undo')}
        </Button>
      ) : null}
      {toast.open ? (
        <Button variant="white" size="compact-sm" onClick={toast.open.run}>
          {toast.open.label}
        </Button>
      ) : null}
      <CloseButton
        variant="transparent"
        c="inherit"
        aria-label={t('action.close')}
        onClick={() => closeToast(toast.id)}
      />
      {toast.undo ? (
        <span className={styles['time']} style={{ animationDuration: `${toast.until ?? 0}ms` }} aria-hidden />
      ) : null}
    </div>
  );
}
