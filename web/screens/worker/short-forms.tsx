import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { newId } from '../../server/ids.ts';
import { SlotPicker } from '../../matter/slot-picker.tsx';
import { windowOf } from '../../matter/slots.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { PlainKey } from '../../words/words.ts';
import type { FormProps } from './asking.tsx';
import { Phrases, refusalPhrases, triedPhrases } from './phrases.tsx';

/** One line with what is said most often above it. */
function LineField(props: {
  label: string;
  phrases: readonly PlainKey[];
  value: string;
  onChange: (text: string) => void;
}) {
  const { label, phrases, value, onChange } = props;
  return (
    <div>
      <TextInput
        label={label}
        value={value}
        maxLength={200}
        required
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Phrases field={label} phrases={phrases} value={value} onChange={onChange} />
    </div>
  );
}

const unset: { fromAt: string | null; untilAt: string | null } = { fromAt: null, untilAt: null };

export function RefuseForm({ report }: FormProps) {
  const [reason, setReason] = useState('');
  return (
    <>
      <LineField label={t('worker.refuse_why')} phrases={refusalPhrases} value={reason} onChange={setReason} />
      <ActionButton
        label={t('worker.refuse_now')}
        kind="danger"
        size="lg"
        refused={reason.trim() ? null : t('worker.text_needed')}
        onRun={() => report({ reason: reason.trim() })}
      />
    </>
  );
}

export function NoAccessForm({ page, report }: FormProps) {
  const [note, setNote] = useState(() => t('worker.tried_knocked'));
  const [next, setNext] = useState(unset);
  const { person } = useSession();
  return (
    <>
      <LineField label={t('worker.no_access_what')} phrases={triedPhrases} value={note} onChange={setNote} />
      <SlotPicker label={t('worker.second')} personId={person.id} orderId={page.id} {...next} onChange={setNext} />
      <ActionButton
        label={t('worker.no_access_now')}
        kind="primary"
        size="lg"
        refused={note.trim() ? null : t('worker.text_needed')}
        onRun={() => report({ note: note.trim(), ...(windowOf(next) ? { next } : {}) })}
      />
    </>
  );
}

export function AppointForm({ page, report }: FormProps) {
  const [window, setWindow] = useState(unset);
  const { person } = useSession();
  return (
    <>
      <SlotPicker
        label={t('worker.appointment')}
        personId={person.id}
        orderId={page.id}
        {...window}
        onChange={setWindow}
      />
      <ActionButton
        label={t('worker.appoint_now')}
        kind="primary"
        size="lg"
        refused={windowOf(window) ? null : t('worker.window_needed')}
        onRun={() => report({ id: newId<'appointment'>(nowMs()), ...window })}
      />
    </>
  );
}
