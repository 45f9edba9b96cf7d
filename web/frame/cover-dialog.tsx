import { useState } from 'react';
import { useRead } from '../server/queries.ts';
import { useSession } from '../session/session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormProblem } from '../ui/form/form-problem.tsx';
import { SubmitButton } from '../ui/form/submit-button.tsx';
import { LoadingLines } from '../ui/states.tsx';
import { t } from '../words/words.ts';
import type { Write } from '../server/writes.ts';
import styles from './duty-switch.module.css';
import type { Turn } from './duty-switch.tsx';

type People = { people: { id: string; name: string; onDuty: boolean }[] };

type CoverDialogProps = { opened: boolean; close: () => void; turn: Write<Turn, void> };

export function CoverDialog({ opened, close, turn }: CoverDialogProps) {
  return (
    <Dialog opened={opened} close={close} title={t('frame.who_covers')}>
      <CoverForm turn={turn} />
    </Dialog>
  );
}

/** Who covers the post while its last keeper is away: those on duty, one tap each. */
function CoverForm({ turn }: { turn: Write<Turn, void> }) {
  const me = useSession().person.id;
  const [cover, setCover] = useState<string | null>(null);
  const { data, isPending } = useRead<People>('kinds', { about: ['person', 'duty'] });
  const here = data?.people.filter((one) => one.onDuty && one.id !== me) ?? [];
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    if (cover) void turn.run({ on: false, coverId: cover });
  };
  return (
    <form className={styles['cover']} onSubmit={send}>
      <p>{t('frame.who_covers_why')}</p>
      {isPending ? <LoadingLines count={3} /> : null}
      {data && here.length === 0 ? <p className="dim">{t('frame.nobody_on_duty')}</p> : null}
      <div role="radiogroup" aria-label={t('frame.who_covers')} className={styles['people']}>
        {here.map((one) => (
          <label key={one.id}>
            <input type="radio" name="cover" checked={cover === one.id} onChange={() => setCover(one.id)} /> {one.name}
          </label>
        ))}
      </div>
      <FormProblem problem={cover ? turn.problem : null} shown={[]} />
      {here.length > 0 ? <SubmitButton label={t('frame.go_off_duty')} busy={turn.busy} /> : null}
    </form>
  );
}
