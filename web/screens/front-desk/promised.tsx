import { IconCopy, IconExternalLink, IconPrinter, IconUserPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useReceptionHours } from '../../matter/reception-hours.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { printSlip } from '../../ui/print.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Intake, TakenIn } from './intake.ts';
import { PromiseSlip } from './promise-slip.tsx';
import { aloud } from './promised-words.ts';
import styles from './promised.module.css';

/** What was promised, to be read to the caller before he hangs up: the number, who answers for it, who comes, by when. */
export function Promised({ taken, values, next }: { taken: TakenIn; values: Intake; next: () => void }) {
  const navigate = useNavigate();
  const { organisation, centre } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sentences = aloud(taken);
  const hours = useReceptionHours();
  const copy = async () => {
    const open = hours ? [`${t('front_desk.slip_hours')}: ${hours}`] : [];
    const text = [centre.name, ...sentences, ...open].join('\n');
    await navigator.clipboard.writeText(text).then(
      () => say(t('front_desk.copied')),
      () => say(t('front_desk.not_copied'), 'problem'),
    );
  };
  return (
    <section className={styles['promised']} aria-labelledby="promised">
      <h2 id="promised" ref={heading} tabIndex={-1} className={styles['number']}>
        {t('front_desk.taken_in')} <span>{taken.ticket.number}</span>
      </h2>
      <div role="status" className={styles['aloud']}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {taken.promises.length > 0 ? (
        <p className="dim">{t('front_desk.first_due', { at: absolute(taken.promises[0]!.dueAt) })}</p>
      ) : null}
      <div className={styles['actions']}>
        <ActionButton label={t('front_desk.next_caller')} icon={IconUserPlus} kind="primary" hotkey="n" onRun={next} />
        <ActionButton
          label={t('front_desk.print')}
          icon={IconPrinter}
          hotkey="p"
          onRun={() =>
            printSlip(<PromiseSlip organisation={organisation.name} taken={taken} values={values} hours={hours} />)
          }
        />
        <ActionButton label={t('front_desk.copy')} icon={IconCopy} hotkey="y" onRun={() => void copy()} />
        <ActionButton
          label={t('front_desk.open_ticket')}
          icon={IconExternalLink}
          hotkey="o"
          onRun={() => void navigate({ to: '/tickets/$id', params: { id: taken.ticket.id } })}
        />
      </div>
    </section>
  );
}
