import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import type { ImportPage } from './imports.ts';

/** Taking it in once it has been looked at, and taking it back. */
export function ImportActions({ one }: { one: ImportPage }) {
  const [asking, setAsking] = useState(false);
  const act = useWrite<'run' | 'undo'>({
    send: (way, options) => api.post(`imports/${one.id}/${way}`, {}, options),
    changes: () => ['import'],
    done: () => setAsking(false),
  });
  const { state, counts, can } = one;
  const idle = state === 'previewed' && counts.new + counts.changed === 0;
  return (
    <>
      {state === 'previewed' || state === 'stopped' ? (
        <ActionButton
          label={state === 'stopped' ? t('imports.go_on') : t('imports.run')}
          kind="primary"
          busy={act.busy}
          refused={can['run'] ?? (idle ? t('imports.nothing') : null)}
          onRun={() => void act.run('run')}
        />
      ) : null}
      {state === 'done' || state === 'stopped' ? (
        <ActionButton label={t('imports.undo')} refused={can['undo'] ?? null} onRun={() => setAsking(true)} />
      ) : null}
      <AskFirst
        opened={asking}
        close={() => setAsking(false)}
        title={t('imports.undo_title')}
        act={t('imports.undo')}
        busy={act.busy}
        run={() => void act.run('undo')}
      >
        <p>{t('imports.undo_why')}</p>
      </AskFirst>
    </>
  );
}
