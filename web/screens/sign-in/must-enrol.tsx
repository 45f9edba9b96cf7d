import { ActionButton } from '../../ui/action-button.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { Enrol } from '../account/enrol.tsx';
import type { Owed } from './code-form.tsx';
import styles from './doorstep.module.css';

/** Whoever must have a second factor and has none does nothing else before. */
export function MustEnrol({
  entered,
  back,
}: {
  entered: (waitsFor: Owed['waitsFor']) => Promise<void>;
  back: () => void;
}) {
  return (
    <div className={styles['stack']}>
      <p>{t('sign_in.enrol_why')}</p>
      <Enrol withPassword={false} done={(waitsFor) => void entered(waitsFor)} />
      <ActionButton label={t('sign_in.other_person')} kind="quiet" fullWidth onRun={back} />
    </div>
  );
}

/** Before the day it is only said. */
export function MayEnrol({ by, now, later }: { by: string; now: () => void; later: () => void }) {
  return (
    <div className={styles['stack']}>
      <p>{t('sign_in.enrol_by', { when: absolute(by) })}</p>
      <ActionButton label={t('sign_in.enrol_now')} kind="primary" fullWidth onRun={now} />
      <ActionButton label={t('sign_in.enrol_later')} fullWidth onRun={later} />
    </div>
  );
}
