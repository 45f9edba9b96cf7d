import { CloseButton, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { t } from '../../words/words.ts';
import type { TicketFilters } from './filters.ts';
import type { SavedView } from './saved-views.ts';
import { sameFilters, useSavedViews } from './saved-views.ts';
import styles from './tickets.module.css';

/** The lists somebody looks at every day, and those he has made himself. */
export function Views({ filters }: { filters: TicketFilters }) {
  const me = useSession().person.id;
  const { views, save, remove } = useSavedViews();
  const [naming, setNaming] = useState(false);
  const usual: SavedView[] = [
    { name: t('tickets.view_open'), filters: {} },
    { name: t('tickets.view_mine'), filters: { owner: me } },
    { name: t('tickets.view_offered'), filters: { offeredTo: me } },
    { name: t('tickets.view_late'), filters: { late: 'true' } },
    { name: t('tickets.view_unanswered'), filters: { unanswered: 'true' } },
    { name: t('tickets.view_watching'), filters: { watching: 'true' } },
    { name: t('tickets.view_resolved'), filters: { state: 'resolved' } },
  ];
  const known = [...usual, ...views].some((view) => sameFilters(view.filters, filters));
  return (
    <nav className={styles['views']} aria-label={t('tickets.views')}>
      {usual.map((view) => (
        <ViewLink key={view.name} view={view} filters={filters} />
      ))}
      {views.map((view) => (
        <span key={view.name}>
          <ViewLink view={view} filters={filters} />
          <CloseButton
            size="sm"
            aria-label={t('tickets.forget_view', { name: view.name })}
            onClick={() => remove(view)}
          />
        </span>
      ))}
      {known ? null : (
        <ActionButton
          label={t('tickets.save_view')}
          icon={IconBookmarkPlus}
          kind="quiet"
          onRun={() => setNaming(true)}
        />
      )}
      <Dialog opened={naming} close={() => setNaming(false)} title={t('tickets.save_view')} size="sm">
        <NameForm
          save={(name) => {
            save({ name, filters });
            setNaming(false);
          }}
        />
      </Dialog>
    </nav>
  );
}

function ViewLink({ view, filters }: { view: SavedView; filters: TicketFilters }) {
  return (
    <Link
      to="/tickets"
      search={view.filters}
      activeOptions={{ exact: true, includeSearch: true }}
      data-here={sameFilters(view.filters, filters) || undefined}
    >
      {view.name}
    </Link>
  );
}

function NameForm({ save }: { save: (name: string) => void }) {
  const [name, setName] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) save(name.trim());
      }}
    >
      <TextInput
        label={t('tickets.view_name')}
        data-autofocus
        required
        maxLength={40}
        mb={12}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <SubmitButton label={t('tickets.save_view')} busy={false} />
    </form>
  );
}
