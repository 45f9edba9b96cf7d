import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { macrosOut } from '../../../src/macro/view.ts';
import { api } from '../../server/api.ts';
import { useDesk } from '../../matter/kinds.ts';
import { stepWords } from '../../matter/macro-words.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { MacroForm } from './macro-form.tsx';
import styles from './macros.module.css';

type Answer = z.output<typeof macrosOut>;
export type Macro = Answer['items'][number];

/** Acts in a row under a name: one's own, and those everybody of the centre has. */
export function Macros() {
  const { data, error, refetch } = useRead<Answer>('macros', { about: ['macro'] });
  const [edited, setEdited] = useState<Macro | 'new' | null>(null);
  const close = () => setEdited(null);
  const add = <ActionButton label={t('macros.new')} icon={IconPlus} kind="primary" onRun={() => setEdited('new')} />;
  return (
    <Page title={t('macros.title')} actions={add}>
      {error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={6} /> : null}
      {data?.items.length === 0 ? <EmptyState title={t('macros.none')}>{t('macros.none_why')}</EmptyState> : null}
      <ul className={styles['list']}>
        {(data?.items ?? []).map((macro) => (
          <One key={macro.id} macro={macro} edit={() => setEdited(macro)} />
        ))}
      </ul>
      <Dialog
        opened={edited !== null}
        close={close}
        title={edited === 'new' || edited === null ? t('macros.new') : edited.name}
        size="lg"
      >
        {edited === null ? null : (
          <MacroForm macro={edited === 'new' ? null : edited} share={data?.can['share'] ?? null} done={close} />
        )}
      </Dialog>
    </Page>
  );
}

function One({ macro, edit }: { macro: Macro; edit: () => void }) {
  const desk = useDesk();
  const retire = useWrite<void>({
    send: (_, options) => api.delete(`macros/${macro.id}`, options),
    changes: () => ['macro'],
  });
  return (
    <li>
      <div>
        <h2>
          {macro.name} <span className="dim">{macro.shared ? t('macros.shared') : t('macros.own')}</span>
        </h2>
        <ol>
          {macro.steps.map((step, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- steps have no other name than their place
            <li key={at}>{stepWords(step, desk)}</li>
          ))}
        </ol>
        <p className="dim">{t('macros.version', { version: macro.version, name: macro.changedBy.name })}</p>
      </div>
      <div className={styles['buttons']}>
        <ActionButton label={t('macros.edit')} icon={IconPencil} can={macro.can} action="edit" onRun={edit} />
        <ActionButton
          label={t('macros.retire')}
          icon={IconTrash}
          kind="quiet"
          can={macro.can}
          action="edit"
          busy={retire.busy}
          onRun={() => void retire.run()}
        />
      </div>
    </li>
  );
}
