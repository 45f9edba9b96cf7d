import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useRight } from '../../session/session.ts';
import { keyCap, useKeys } from '../../ui/keys.ts';
import { said, t } from '../../words/words.ts';
import styles from './canned-keys.module.css';
import type { IntakeForm } from './use-intake.ts';

/** The upper row of letters, in its order: none of them means anything else at the desk. */
const letters = 'qweryuiopasd';

/** What most callers want, each by one key: kind, line and fields are filled in, and all of it can be changed. */
export function CannedKeys({ intake: { desk, fill } }: { intake: IntakeForm }) {
  const within = useRef<HTMLDivElement>(null);
  const change = useRight('limit.edit');
  const keys = desk.canned.map((canned, at) => ({ canned, letter: letters[at]! }));
  useKeys(
    keys.map(({ canned, letter }) => ({
      key: letter,
      label: said(canned.name),
      group: 'screen' as const,
      run: () => fill(canned),
    })),
    within,
  );
  if (keys.length === 0 && !change) return null;
  return (
    <div ref={within} role="group" aria-label={t('canned.often')} className={styles['keys']}>
      {keys.map(({ canned, letter }) => (
        <button key={canned.key} type="button" aria-keyshortcuts={letter} onClick={() => fill(canned)}>
          <kbd aria-hidden>{keyCap(letter)}</kbd> {said(canned.name)}
        </button>
      ))}
      {change ? <Link to="/front-desk/often">{t('canned.change')}</Link> : null}
    </div>
  );
}
