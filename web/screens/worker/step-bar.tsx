import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Sheet } from '../../ui/dialog.tsx';
import { usePhone } from '../../ui/phone.ts';
import { t } from '../../words/words.ts';
import styles from './order.module.css';
import type { AskingStep, Standing, WorkerStep } from './steps.ts';
import { asksMore, stepsNow } from './steps.ts';

type StepBarProps = {
  standing: Standing;
  busy: WorkerStep | null;
  report: (step: WorkerStep) => void;
  /** Opens the page of a step that needs more than a tap. */
  ask: (step: AskingStep) => void;
};

/** The next step, big, where the thumb is; on a telephone the others are one tap away, on a desk beside it. */
export function StepBar({ standing, busy, report, ask }: StepBarProps) {
  const phone = usePhone();
  const [opened, setOpened] = useState(false);
  const { next, others } = stepsNow(standing);
  const take = (step: WorkerStep) => {
    setOpened(false);
    if (asksMore(step)) ask(step);
    else report(step);
  };
  if (next === null && others.length === 0) return null;
  const buttons = others.map((step) => (
    <ActionButton
      key={step}
      label={t(`worker.step_${step}`)}
      onRun={() => take(step)}
      busy={busy === step}
      fullWidth={phone}
    />
  ));
  return (
    <div className={styles['bar']}>
      {next ? (
        <div className={styles['next']}>
          <ActionButton
            label={t(`worker.step_${next}`)}
            kind="primary"
            size="lg"
            fullWidth
            busy={busy === next}
            onRun={() => take(next)}
          />
        </div>
      ) : null}
      {phone && next ? (
        <OtherSteps opened={opened} setOpened={setOpened} buttons={buttons} />
      ) : (
        <div className={styles['others']}>{buttons}</div>
      )}
    </div>
  );
}

function OtherSteps(props: { opened: boolean; setOpened: (opened: boolean) => void; buttons: React.ReactNode[] }) {
  const { opened, setOpened, buttons } = props;
  if (buttons.length === 0) return null;
  return (
    <>
      <ActionButton
        label={t('worker.other_steps')}
        icon={IconDots}
        kind="quiet"
        fullWidth
        onRun={() => setOpened(true)}
      />
      <Sheet opened={opened} close={() => setOpened(false)} title={t('worker.other_steps')}>
        <div className={styles['sheet']}>{buttons}</div>
      </Sheet>
    </>
  );
}
