import { IconPlugConnected } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { useWrite } from '../../../server/writes.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/section.tsx';
import { t } from '../../../words/words.ts';
import { SystemForm } from './system-form.tsx';
import type { System, Tried } from './systems.ts';

/** Tried out with what it said, given out, changed, off and on, and the end. */
export function SystemActs({ system, give }: { system: System; give: () => void }) {
  const { id, name, offAt } = system;
  const [changing, setChanging] = useState(false);
  const [ending, setEnding] = useState(false);
  const [tried, setTried] = useState<Tried | null>(null);
  const changes = () => ['telephone_system'] as const;
  const test = useWrite<void, Tried>({
    send: (_, options) => api.post<Tried>(`telephone-systems/${id}/test`, {}, options),
    done: setTried,
  });
  const turn = useWrite<boolean>({
    send: (on, options) => api.patch(`telephone-systems/${id}`, { on }, options),
    changes,
  });
  const end = useWrite<void>({
    send: (_, options) => api.post(`telephone-systems/${id}/end`, {}, options),
    changes,
    done: () => setEnding(false),
  });
  return (
    <>
      <ActionButton
        label={t('telephone.try')}
        icon={IconPlugConnected}
        busy={test.busy}
        onRun={() => void test.run()}
      />
      <ActionButton label={t('telephone.give')} onRun={give} />
      <ActionButton label={t('telephone.change')} onRun={() => setChanging(true)} />
      <ActionButton
        label={t(offAt ? 'telephone.turn_on' : 'telephone.turn_off')}
        busy={turn.busy}
        onRun={() => void turn.run(offAt !== null)}
      />
      <ActionButton label={t('telephone.end')} kind="danger" onRun={() => setEnding(true)} />
      <Dialog opened={changing} close={() => setChanging(false)} title={t('telephone.change')} size="lg">
        <SystemForm system={system} done={() => setChanging(false)} />
      </Dialog>
      <Dialog opened={tried !== null} close={() => setTried(null)} title={t('telephone.try')}>
        {tried ? <Answers tried={tried} /> : null}
      </Dialog>
      <AskFirst
        opened={ending}
        close={() => setEnding(false)}
        title={t('telephone.end_title', { name })}
        act={t('telephone.end')}
        busy={end.busy}
        run={() => void end.run()}
      >
        <p>{t('telephone.end_why')}</p>
      </AskFirst>
    </>
  );
}

/** What each of its interfaces said, in its own words. */
function Answers({ tried: { ami, ari } }: { tried: Tried }) {
  return (
    <>
      <Answer name="ami" answer={ami} />
      {ari ? <Answer name="ari" answer={ari} /> : <Notice tone="wait">{t('telephone.ari_none')}</Notice>}
    </>
  );
}

function Answer({ name, answer: { ok, said } }: { name: 'ami' | 'ari'; answer: Tried['ami'] }) {
  return (
    <Notice tone={ok ? 'run' : 'late'}>
      {ok ? t(`telephone.${name}_works`) : t(`telephone.${name}_fails`, { said })}
    </Notice>
  );
}
