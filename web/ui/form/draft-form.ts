import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import type { FormEventHandler } from 'react';
import type { WriteOptions } from '../../api.ts';
import { fieldWords } from '../../refusals.ts';
import { useWrite } from '../../writes.ts';
import { dropDraft, keepDraft, localDraft, newestDraft } from './draft-store.ts';

type DraftFormSpec<Values, Answer> = {
  /** What it is about, e.g. `ticket/<id>/note`. Null keeps no draft. */
  subject: string | null;
  initial: Values;
  /** Per field what is wrong with it, in words; the server's own answer comes on top. */
  check?: (values: Values) => Partial<Record<string, string | null>>;
  send: (values: Values, options: Required<Pick<WriteOptions, 'key'>>) => Promise<Answer>;
  changes?: (values: Values, answer: Answer) => readonly string[];
  done?: (answer: Answer, values: Values) => void;
};

export type DraftForm<Values> = {
  form: UseFormReturnType<Values>;
  onSubmit: FormEventHandler<HTMLFormElement>;
  busy: boolean;
  /** Something half typed was found and put back. */
  restored: boolean;
  /** Empties the form and forgets the draft. */
  discard: () => void;
};

/**
 * A form whose half-typed contents survive a reload, a change of device and the end of the session. Spread
 * `form.getInputProps('field')` into Mantine's inputs; problems the server finds stand at their fields.
 */
export function useDraftForm<Values extends Record<string, unknown>, Answer = void>(
  spec: DraftFormSpec<Values, Answer>,
): DraftForm<Values> {
  const { subject, initial } = spec;
  const [restored, setRestored] = useState(false);
  const typed = useRef(false);
  const form = useForm<Values>({
    initialValues: subject === null ? initial : valuesOf(localDraft(subject)?.text, initial),
    ...(spec.check ? { validate: (values: Values) => clean(spec.check!(values)) } : {}),
    onValuesChange: (values) => {
      typed.current = true;
      if (subject !== null) keepDraft(subject, JSON.stringify(values));
    },
  });
  useRestored(subject, (text) => {
    if (typed.current) return;
    const values = valuesOf(text, initial);
    if (JSON.stringify(values) === JSON.stringify(initial)) return;
    form.setValues(values);
    setRestored(true);
  });
  const forget = () => {
    if (subject !== null) dropDraft(subject);
    setRestored(false);
  };
  const write = useWrite<Values, Answer>({
    send: spec.send,
    ...(spec.changes ? { changes: spec.changes } : {}),
    done: (answer, values) => {
      form.setValues(initial);
      forget();
      spec.done?.(answer, values);
    },
    failed: (problem) => {
      const fields = fieldWords(problem);
      form.setErrors(fields);
      return Object.keys(fields).length > 0;
    },
  });
  return {
    form,
    onSubmit: form.onSubmit((values) => void write.run(values)),
    busy: write.busy,
    restored,
    discard: () => {
      form.setValues(initial);
      forget();
    },
  };
}

function useRestored(subject: string | null, apply: (text: string) => void): void {
  const latest = useRef(apply);
  useEffect(() => {
    latest.current = apply;
  });
  useEffect(() => {
    if (subject === null) return;
    let here = true;
    void newestDraft(subject).then((draft) => here && draft && latest.current(draft.text));
    return () => {
      here = false;
    };
  }, [subject]);
}

/** What was kept, over what the form begins with: a field that was added since then has its first value. */
function valuesOf<Values extends Record<string, unknown>>(text: string | undefined, initial: Values): Values {
  if (text === undefined) return initial;
  try {
    return { ...initial, ...(JSON.parse(text) as Partial<Values>) };
  } catch {
    return initial;
  }
}

function clean(problems: Partial<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
