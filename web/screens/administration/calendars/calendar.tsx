import { useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import type { calendarsOut } from '../../../../src/organisation/calendars-view.ts';
import { useRead } from '../../../server/queries.ts';
import { useHeld } from '../../../ui/form/known.ts';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { Apply } from '../apply.tsx';
import type { Calendar as Answer, Effect } from './calendar-rules.ts';
import { LacksYear } from './calendars.tsx';
import { EffectWords } from './effect-words.tsx';
import { Exceptions } from './exceptions.tsx';
import { Versions } from './versions.tsx';
import { Week } from './week.tsx';

/** One calendar: its week, holidays and make-up days; a change is tried on the running clocks before it is applied. */
export function Calendar() {
  const { id } = useParams({ from: '/inside/administration/calendars/$id' });
  const read = useRead<z.output<typeof calendarsOut>>('calendars', { about: ['calendar', 'department'] });
  const calendar = read.data?.items.find((one) => one.id === id);
  return (
    <Page
      title={calendar ? said(calendar.name) : t('calendars.one')}
      aside={calendar ? t('calendars.n_version', { n: calendar.version }) : null}
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={14} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {calendar ? <Editor key={calendar.id} calendar={calendar} /> : null}
    </Page>
  );
}

function Editor({ calendar }: { calendar: Answer }) {
  const held = useHeld({ initial: calendar.rules, version: calendar.version });
  const { value: rules, set: setRules } = held;
  const may = calendar.can['change'] === null;
  return (
    <>
      {calendar.lacksYear ? <LacksYear calendar={calendar} /> : null}
      <Section title={t('calendars.week')} aside={rules.zone}>
        <Week rules={rules} change={setRules} may={may} />
      </Section>
      <Section title={t('calendars.exceptions')}>
        <Exceptions rules={rules} change={setRules} may={may} lacks={calendar.lacksYear} />
      </Section>
      <Apply<Effect>
        address={`calendars/${calendar.id}`}
        body={{ rules }}
        held={held}
        changes={['calendar', 'commitment', 'ticket', 'clock']}
        previewFirst={t('calendars.preview_first')}
        applied={(n) => t('calendars.applied', { n })}
        show={(effect) => <EffectWords effect={effect} />}
      />
      <Versions calendarId={calendar.id} putBack={may ? setRules : undefined} />
    </>
  );
}
