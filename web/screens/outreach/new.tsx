import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { previewOut } from '../../../src/outreach/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useWrite } from '../../server/writes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { OutreachFields } from './fields.tsx';
import { byWords } from './outreach-words.ts';
import { newOutreachSearch } from './new-search.ts';
import type { Values } from './values.ts';
import { blank, problemsOf, saidOf, startOf } from './values.ts';

type Preview = z.output<typeof previewOut>;

/** Whom, what, how fast: looked at as it would go, and then begun. */
export function NewOutreach() {
  const search = newOutreachSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const [id] = useState(() => newId<'outreach'>(nowMs()));
  const [preview, show] = useState<Preview | null>(null);
  const draft = useDraftForm<Values, { id: string }>({
    subject: 'outreach/new',
    initial: blank(search),
    check: problemsOf,
    send: (values, options) => api.post<{ id: string }>('outreaches', { id, ...startOf(values) }, options),
    changes: () => ['outreach'],
    done: () => {
      say(t('outreach.started'));
      void navigate({ to: `/outreach/${id}` });
    },
  });
  const look = useWrite<Values, Preview>({
    send: (values, options) => api.post<Preview>('outreaches/preview', saidOf(values), options),
    done: show,
  });
  // the form is looked at first; what it sends goes from beside the look
  const lookFirst = draft.form.onSubmit((values) => void look.run(values));
  return (
    <Page title={t('outreach.new')}>
      <FormFrame draft={{ ...draft, onSubmit: lookFirst, busy: look.busy }} submit={t('outreach.preview')}>
        <OutreachFields draft={draft} customerName={search.name ?? ''} />
      </FormFrame>
      <Dialog opened={preview !== null} close={() => show(null)} title={t('outreach.preview_title')}>
        {preview ? <Shown preview={preview} /> : null}
        {preview && preview.customers > 0 ? (
          <form onSubmit={draft.onSubmit}>
            <SubmitButton label={t('outreach.start')} busy={draft.busy} />
          </form>
        ) : null}
      </Dialog>
    </Page>
  );
}

function Shown({ preview: { customers, declined, examples } }: { preview: Preview }) {
  return (
    <>
      <p>
        {t('outreach.goes_to', { count: customers })}{' '}
        {declined > 0 ? t('outreach.declined', { count: declined }) : null}
      </p>
      <Section title={t('outreach.as_each')}>
        {examples.map((one) => (
          <div key={one.customer.id} style={{ whiteSpace: 'pre-line' }}>
            <p>
              <strong>{one.customer.name}</strong> <span className="dim">{wayWords(one.by)}</span>
            </p>
            {one.by === 'none' || one.by === 'no_way' ? null : <p>{one.text}</p>}
          </div>
        ))}
      </Section>
    </>
  );
}

function wayWords(by: string): string {
  if (by === 'phone') return t('outreach.by_call');
  if (by === 'none') return t('outreach.by_none');
  return by === 'no_way' ? t('outreach.by_no_way') : byWords(by);
}
