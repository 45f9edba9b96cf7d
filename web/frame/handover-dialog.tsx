import { useNavigate } from '@tanstack/react-router';
import { ActionButton } from '../ui/action-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { t } from '../words/words.ts';
import styles from './duty-switch.module.css';

type HandoverDialogProps = { opened: boolean; close: () => void; goAnyway: () => void; busy: boolean };

/** Going off duty at the front desk asks for the handover of the shift. It asks; it is no wall. */
export function HandoverDialog({ opened, close, goAnyway, busy }: HandoverDialogProps) {
  const navigate = useNavigate();
  const write = () => {
    close();
    void navigate({ to: '/shift-notes/new' });
  };
  return (
    <Dialog opened={opened} close={close} title={t('frame.hand_over_first')}>
      <div className={styles['cover']}>
        <p>{t('frame.hand_over_first_why')}</p>
        <ActionButton label={t('frame.write_shift_note')} kind="primary" fullWidth onRun={write} />
        <ActionButton label={t('frame.go_anyway')} fullWidth busy={busy} onRun={goAnyway} />
      </div>
    </Dialog>
  );
}
