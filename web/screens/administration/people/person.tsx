import { useParams } from '@tanstack/react-router';
import { useDesk } from '../../../matter/kinds.ts';
import { useRead } from '../../../server/queries.ts';
import { Page } from '../../../ui/page.tsx';
import { Facts, Notice, Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { listWords, numberWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { useRight } from '../../../session/session.ts';
import { Go } from '../../../ui/go.tsx';
import { languageNames } from '../../../words/languages.ts';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { AbsenceOf } from './absence.tsx';
import { Duty } from './list.tsx';
import type { Person as PersonAnswer } from './people.ts';
import { ComingAndGoing, PersonActions } from './person-actions.tsx';
import { PostsOf } from './posts-of.tsx';
import { skillNames } from './skills.ts';

/** One person: what is known, the posts, duty and absence, and the acts of leaving and coming back in. */
export function Person() {
  const { id } = useParams({ from: '/inside/administration/people/$id' });
  const read = useRead<PersonAnswer>(`people/${id}`, { about: ['person', `person/${id}`, 'duty', 'post'] });
  const { data } = read;
  return (
    <Page
      title={data?.name ?? t('people.one')}
      aside={data ? <Duty person={data} /> : null}
      actions={data ? <PersonActions person={data} /> : null}
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Known person={data} /> : null}
      {data ? <PostsOf person={data} /> : null}
      {data && !data.leftAt ? <AbsenceOf person={data} /> : null}
      {data ? <ComingAndGoing person={data} /> : null}
    </Page>
  );
}

function Known({ person }: { person: PersonAnswer }) {
  const mine = { state: 'open', owner: person.id };
  const kinds = useDesk().items;
  return (
    <>
      {person.leftAt ? (
        <Notice tone="soon">
          {t('people.has_left')} <When at={person.leftAt} />
        </Notice>
      ) : null}
      <Section title={t('people.known')}>
        <Facts
          lines={[
            { label: t('people.username'), value: person.username },
            { label: t('people.phone'), value: person.phone },
            { label: t('people.email'), value: person.email },
            { label: t('people.language'), value: languageNames[person.language] },
            { label: t('people.skills'), value: listWords(skillNames(person.skills, kinds, said)) },
            { label: t('people.joined'), value: <When at={person.joinedAt} /> },
            {
              label: t('people.duty_changed'),
              value: person.dutyChangedAt ? <When at={person.dutyChangedAt} /> : null,
            },
            {
              label: t('people.tickets'),
              value: (
                <Go to="/tickets" search={mine}>
                  {numberWords(person.openTickets)}
                </Go>
              ),
            },
            { label: t('people.orders'), value: numberWords(person.openWorkOrders) },
            {
              label: t('administration.looks'),
              value: useRight('audit.see') ? (
                <Go to="/administration/looks" search={{ person: person.id }}>
                  {t('journal.looks_of_person')}
                </Go>
              ) : null,
            },
          ]}
        />
      </Section>
    </>
  );
}
