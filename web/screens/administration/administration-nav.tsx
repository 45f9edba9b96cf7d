import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useSession } from '../../session/session.ts';
import { t } from '../../words/words.ts';
import styles from './administration.module.css';

const parts = [
  { to: '/administration/people', words: 'administration.people', rights: ['people.see'] },
  { to: '/administration/posts', words: 'administration.posts', rights: ['people.see'] },
  { to: '/administration/departments', words: 'administration.departments', rights: ['people.see'] },
  { to: '/administration/calendars', words: 'administration.calendars', rights: ['calendar.edit'] },
  { to: '/administration/customer-page', words: 'customer_page.title', rights: ['people.edit'] },
  { to: '/administration/kinds', words: 'administration.kinds', rights: ['limit.edit'] },
  { to: '/administration/limits', words: 'administration.limits', rights: ['limit.edit'] },
  { to: '/administration/security', words: 'security.title', rights: ['people.edit'] },
  { to: '/administration/words', words: 'administration.words', rights: ['limit.edit'] },
  { to: '/administration/phrases', words: 'phrases.title', rights: ['limit.edit'] },
  { to: '/administration/milestones', words: 'milestones.nav', rights: ['limit.edit'] },
  { to: '/administration/configuration', words: 'administration.configuration', rights: ['limit.edit'] },
  { to: '/administration/pack', words: 'administration.pack', rights: ['limit.edit'] },
  { to: '/administration/journal', words: 'administration.journal', rights: ['audit.see'] },
  { to: '/administration/looks', words: 'administration.looks', rights: ['audit.see'] },
  { to: '/administration/taken-out', words: 'taken.title', rights: ['audit.see'] },
  { to: '/administration/privacy', words: 'privacy.title', rights: ['limit.edit'] },
  { to: '/administration/channels', words: 'administration.channels', rights: ['exchange.manage'] },
  { to: '/administration/telephone', words: 'telephone.systems', rights: ['exchange.manage'] },
  { to: '/administration/webhooks', words: 'administration.webhooks', rights: ['exchange.manage'] },
] as const;

/** The parts of administration, on every one of its pages. */
export function AdministrationNav() {
  const held = useSession().rights;
  const nav = useRef<HTMLElement>(null);
  // on a telephone the parts are wider than the screen: the present one is brought into it
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={nav} className={styles['nav']} aria-label={t('frame.administration')}>
      {parts
        .filter(({ rights }) => rights.some((right) => held.includes(right)))
        .map(({ to, words }) => (
          <Link key={to} to={to} activeProps={{ 'aria-current': 'page' }}>
            {t(words)}
          </Link>
        ))}
    </nav>
  );
}
