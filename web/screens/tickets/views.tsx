import { Checkbox, CloseButton, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRight, useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { SubmitButton } from '../../ui/form/submit-button.tsx';
import { countWords } from '../../ui/stat.tsx';
import { t } from '../../words/words.ts';
import type { TicketFilters } from './filters.ts';
import type { NewView, SavedView, Shared, ViewCount } from './saved-views.ts';
import { sameFilters, showColumns, useSavedViews } from './saved-views.ts';
import styles from './tickets.module.css';

type Named = { name: string; filters: TicketFilters; count?: ViewCount };

/** The lists somebody looks at every day, those he has made himself, and those shared with him. */
export function Views({ filters }: { filters: TicketFilters }) {
  const me = useSession().person.id;
  const { views, save, remove } = useSavedViews();
  const [naming, setNaming] = useState(false);
  const usual: Named[] = [
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
        <span key={view.id} title={view.shared === 'me' ? undefined : sharedBy(view)}>
          <ViewLink view={view} filters={filters} look={() => showColumns(view)} />
          {view.can['remove'] === null ? (
            <CloseButton
              size={28}
              iconSize={14}
              aria-label={t('tickets.forget_view', { name: view.name })}
              onClick={() => void remove(view.id)}
            />
          ) : null}
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
          save={(view) => {
            void save({ ...view, filters });
            setNaming(false);
          }}
        />
      </Dialog>
    </nav>
  );
}

const sharedBy = ({ shared, owner }: SavedView): string => `${t(`tickets.share_${shared}`)} · ${owner.name}`;

type ViewLinkProps = { view: Named; filters: TicketFilters; look?: () => void };

function ViewLink({ view, filters, look }: ViewLinkProps) {
  return (
    <Link
      to="/tickets"
      search={view.filters}
      activeOptions={{ exact: true, includeSearch: true }}
      data-here={sameFilters(view.filters, filters) || undefined}
      {...(look ? { onClick: look } : {})}
    >
      {view.name}
      {view.count ? <span className={styles['count']}>{countWords(view.count)}</span> : null}
    </Link>
  );
}

const shares: readonly Shared[] = ['me', 'post', 'department', 'centre'];

/** Its name, whether its columns are kept with it, and who else looks at it. */
function NameForm({ save }: { save: (view: Omit<NewView, 'filters'>) => void }) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState<Shared>('me');
  const [withColumns, setWithColumns] = useState(false);
  const assign = useRight('ticket.assign');
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) save({ name: name.trim(), shared, withColumns });
      }}
    >
      <TextInput
        label={t('tickets.view_name')}
        data-autofocus
        required
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Choices
        label={t('tickets.share')}
        options={shares
          .filter((value) => value !== 'centre' || assign)
          .map((value) => ({ value, label: t(`tickets.share_${value}`) }))}
        value={shared}
        onChange={(value) => value && setShared(value)}
      />
      <Checkbox
        label={t('tickets.with_columns')}
        checked={withColumns}
        onChange={(event) => setWithColumns(event.currentTarget.checked)}
      />
      <SubmitButton label={t('tickets.save_view')} busy={false} />
    </form>
  );
}
