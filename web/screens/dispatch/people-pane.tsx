import type { z } from 'zod';
import { IconArrowLeft } from '@tabler/icons-react';
import type { intakeOut } from '../../../src/pack/intake-view.ts';
import { useRead } from '../../queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { usePhone } from '../../ui/phone.ts';
import { listWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import styles from './dispatch.module.css';
import { PersonLine } from './person-line.tsx';
import { ranked } from './proposal.ts';
import type { Hand, WaitingRow } from './rows.ts';
import { numberOf } from './rows.ts';

/** `GET /api/kinds`: kinds, departments and people that work can be given to. */
export type Intake = z.output<typeof intakeOut>;

export function useKinds(): Intake | undefined {
  return useRead<Intake>('kinds', { about: ['kind', 'department', 'duty'] }).data;
}

type PeoplePaneProps = {
  people: readonly Hand[];
  /** What the cursor is on: then who can go stands first, the proposed one at the top. */
  row: WaitingRow | null;
  send: (personId: string) => void;
  back: () => void;
};

export function PeoplePane({ people, row, send, back }: PeoplePaneProps) {
  const phone = usePhone();
  const kinds = useKinds();
  const skillsOf = (hand: Hand) =>
    listWords(
      hand.skills.flatMap((key) => {
        const kind = kinds?.items.find((one) => one.key === key);
        return kind ? said(kind.name) : [];
      }),
    );
  const first = row ? ranked(people, { departmentId: row.departmentId, kind: row.kind.key }) : people;
  const others = people.filter((hand) => !first.some((one) => one.id === hand.id));
  return (
    <aside className={styles['pane']} aria-label={t('dispatch.people')}>
      {phone ? <ActionButton label={t('dispatch.back')} icon={IconArrowLeft} kind="quiet" onRun={back} /> : null}
      {row ? (
        <header className={styles['for']}>
          <h2>{t('dispatch.people_for')}</h2>
          <p className="dim">
            {numberOf(row)} · {row.title}
          </p>
        </header>
      ) : (
        <h2>{t('dispatch.people')}</h2>
      )}
      {row && first.length === 0 ? <p className="dim">{t('dispatch.nobody')}</p> : null}
      <ul>
        {first.map((hand) => (
          <PersonLine key={hand.id} hand={hand} skills={skillsOf(hand)} send={row ? () => send(hand.id) : undefined} />
        ))}
      </ul>
      {others.length > 0 ? (
        <>
          <h2>{t('dispatch.others')}</h2>
          <ul>
            {others.map((hand) => (
              <PersonLine key={hand.id} hand={hand} skills={skillsOf(hand)} />
            ))}
          </ul>
        </>
      ) : null}
    </aside>
  );
}
