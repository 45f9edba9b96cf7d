import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { macrosOut } from '../../../../src/macro/view.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { StageOfKind } from '../../../matter/stage-of-kind.tsx';
import { useRead } from '../../../server/queries.ts';
import { useRight } from '../../../session/session.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import { MomentField } from '../../../ui/form/moment-field.tsx';
import { SubmitButton } from '../../../ui/form/submit-button.tsx';
import { ms, nowMs } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import type { What } from './bulk.ts';
import styles from './bulk.module.css';

const acts = ['offer', 'stage', 'watch', 'snooze', 'urge', 'close', 'macro'] as const;
type Act = (typeof acts)[number];

/** What is typed for any of the acts; changing the act loses nothing. */
type Given = {
  person: string | null;
  reason: string;
  stage: string;
  until: string | null;
  words: string;
  macro: string | null;
};

const nothing: Given = { person: null, reason: '', stage: '', until: null, words: '', macro: null };

/** The act as it is sent; null while something is missing. */
function whatOf(act: Act, given: Given, assign: boolean): What | null {
  const { person, reason, stage, until, words, macro } = given;
  if (act === 'offer')
    return person && reason.trim() ? { act, toId: person, reason, way: assign ? 'given' : 'over' } : null;
  if (act === 'stage') return stage ? { act, stage } : null;
  if (act === 'watch') return { act, ...(person ? { personId: person } : {}) };
  if (act === 'snooze') return until && ms(until) > nowMs() ? { act, until } : null;
  if (act === 'urge') return { act, words };
  if (act === 'close') return { act };
  return macro ? { act: 'macro', macroId: macro } : null;
}

/** Which act, and with what. */
export function BulkForm({ begin }: { begin: (what: What) => void }) {
  const [act, setAct] = useState<Act>('offer');
  const [given, setGiven] = useState(nothing);
  const [tried, setTried] = useState(false);
  const assign = useRight('ticket.assign');
  const what = whatOf(act, given, assign);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (what) begin(what);
      }}
    >
      <Choices
        label={t('bulk.act')}
        options={acts.map((value) => ({ value, label: t(`bulk.act_${value}`) }))}
        value={act}
        onChange={(next) => next && setAct(next)}
      />
      <Parts act={act} given={given} change={(change) => setGiven({ ...given, ...change })} />
      {tried && !what ? <p role="alert">{t('bulk.missing')}</p> : null}
      <p className="dim">{t(`bulk.back_${undoes.has(act) ? 'can' : 'cannot'}`)}</p>
      <SubmitButton label={t('bulk.go')} busy={false} fullWidth={false} />
    </form>
  );
}

const undoes: ReadonlySet<Act> = new Set(['offer', 'stage', 'watch', 'snooze']);

type PartsProps = { act: Act; given: Given; change: (change: Partial<Given>) => void };

function Parts({ act, given, change }: PartsProps) {
  const desk = useDesk();
  const people = desk.people.map((one) => ({ value: one.id, label: one.name }));
  if (act === 'offer' || act === 'watch')
    return (
      <>
        <Select
          label={act === 'offer' ? t('ticket.offer_to') : t('put_off.watcher')}
          placeholder={act === 'watch' ? t('tickets.me') : undefined}
          searchable
          clearable
          required={act === 'offer'}
          data={people}
          value={given.person}
          onChange={(person) => change({ person })}
        />
        {act === 'offer' ? (
          <TextInput
            label={t('ticket.reason')}
            required
            value={given.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        ) : null}
      </>
    );
  if (act === 'stage') return <StageOfKind value={given.stage} onChange={(stage) => change({ stage })} />;
  if (act === 'snooze')
    return (
      <MomentField label={t('put_off.until')} required value={given.until} onChange={(until) => change({ until })} />
    );
  if (act === 'urge')
    return (
      <TextInput
        label={t('ticket.urge_words')}
        value={given.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
    );
  return act === 'macro' ? <Macro value={given.macro} onChange={(macro) => change({ macro })} /> : null;
}

function Macro({ value, onChange }: { value: string | null; onChange: (macro: string | null) => void }) {
  const { data } = useRead<z.output<typeof macrosOut>>('macros', { about: ['macro'] });
  return (
    <Select
      label={t('macros.which')}
      required
      data={(data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
      value={value}
      onChange={onChange}
    />
  );
}
