import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { later, whenIdle } from '../routes/later.ts';
import { adoptPreferences, useSession } from '../session/session.ts';
import { recallText, remember } from '../ui/memory.ts';
import { speakOfAll, t } from '../words/words.ts';
import { ConnectionBar } from './connection-bar.tsx';
import styles from './frame.module.css';
import { BottomBar, Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const Ringing = later(async () => (await Promise.all([import('./ringing.tsx'), speakOfAll()]))[0].Ringing);

/** As it was left here, else folded where the screen is narrow. */
function foldedAtFirst(): boolean {
  const left = recallText('rail');
  return left === null ? matchMedia('(max-width: 64em)').matches : left === 'folded';
}

/** What stands around every screen of somebody who has signed in. */
export function Frame() {
  const session = useSession();
  const [folded, setFolded] = useState(foldedAtFirst);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    void adoptPreferences(session);
    // Only when somebody signs in: later changes are made here and sent there.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session.person.id]);
  useFocusOnArrival(main);
  useEffect(fetchOtherWords, []);
  const fold = () => {
    remember('rail', folded ? 'open' : 'folded');
    setFolded(!folded);
  };
  return (
    <div className={styles['frame']} data-folded={folded || undefined}>
      <a
        href="#main"
        className={styles['skip']}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('frame.skip')}
      </a>
      <Rail folded={folded} fold={fold} />
      <div className={styles['column']}>
        <TopBar />
        <ConnectionBar />
        <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
          <Outlet />
        </main>
        <BottomBar />
        {session.rights.includes('contact.record') ? (
          <Suspense fallback={null}>
            <Ringing />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}

/** The words of the other screens, when there is time: before somebody goes there, or the connection is lost. */
function fetchOtherWords(): void {
  whenIdle(() => void speakOfAll().catch(() => {}));
}

/** A new screen starts at its beginning for the keyboard too, unless it has put the cursor somewhere itself. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const first = useRef(true);
  useEffect(() => {
    if (path === undefined) return;
    if (!first.current && !main.current?.contains(document.activeElement)) main.current?.focus();
    first.current = false;
  }, [path, main]);
}
