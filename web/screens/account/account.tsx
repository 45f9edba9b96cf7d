import { useSession } from '../../session/session.ts';
import { Page } from '../../ui/page.tsx';
import { listWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { Identities } from './identities.tsx';
import { CalendarFeeds } from './calendar-feeds.tsx';
import { Looks } from './looks.tsx';
import { PasswordForm } from './password.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';
import { Tokens } from './tokens.tsx';

/** What is one's own: language and colours, password, where one is signed in, and tokens for one's programs. */
export function Account() {
  const { person, posts } = useSession();
  return (
    <Page
      title={t('frame.account')}
      aside={[person.name, listWords(posts.map((post) => said(post.name)))].filter(Boolean).join(' · ')}
    >
      <Looks />
      <PasswordForm />
      <SecondFactor />
      <Identities />
      <Sessions />
      <Tokens />
      <CalendarFeeds />
    </Page>
  );
}
