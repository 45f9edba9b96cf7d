import { IconMailOpened } from '@tabler/icons-react';
import { useState } from 'react';
import { ThingLink } from '../../matter/thing-link.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { LetterForm } from './letter-form.tsx';
import type { RoundView } from './round-words.ts';
import styles from './rounds.module.css';

/** The letters that were in the box: each is a case, or says why it needs none (CHAN-10). */
export function Letters({ round }: { round: RoundView }) {
  const [asked, setAsked] = useState<'case' | 'none' | null>(null);
  const box = round.parts.find((part) => part.record === 'letters');
  const found = box?.result?.count ?? 0;
  if (!box || found === 0) return null;
  const close = () => setAsked(null);
  const title = asked === 'none' ? t('rounds.needs_no_case') : t('rounds.to_case');
  return (
    <Section title={t('rounds.letters_title')} aside={t('rounds.n_of', { n: round.letters.length, of: found })}>
      <ol className={styles['letters']}>
        {round.letters.map((letter) => (
          <li key={letter.id}>
            {letter.ticket ? (
              <ThingLink type="ticket" id={letter.ticket.id}>
                {letter.ticket.number} {letter.ticket.title}
              </ThingLink>
            ) : (
              t('rounds.no_case', { reason: letter.reason ?? '' })
            )}{' '}
            <span className="dim">
              {letter.by.name} · <When at={letter.at} />
            </span>
          </li>
        ))}
      </ol>
      <div className={styles['acts']}>
        <ActionButton
          label={t('rounds.to_case')}
          icon={IconMailOpened}
          can={round.can}
          action="letter"
          onRun={() => setAsked('case')}
        />
        <ActionButton
          label={t('rounds.needs_no_case')}
          kind="quiet"
          can={round.can}
          action="letter"
          onRun={() => setAsked('none')}
        />
      </div>
      <Dialog opened={asked !== null} close={close} title={title}>
        <LetterForm round={round} line={box.key} isCase={asked === 'case'} done={close} />
      </Dialog>
    </Section>
  );
}
