import type { UseFormReturnType } from '@mantine/form';
import { useForm } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import type { FormEventHandler } from 'react';
import type { ApiError, WriteOptions } from '../../server/api.ts';
import type { About } from '../../server/queries.ts';
import { fieldWords } from '../../server/refusals.ts';
import { useWrite } from '../../server/writes.ts';
import type { Known } from './known.ts';
import { touched, useKnown } from './known.ts';
import type { Kept } from './draft-store.ts';
import { dropDraft, keepDraft, localDraft, newestDraft, takeOver } from './draft-store.ts';

type DraftFormSpec<Values, Answer> = {
  /** What it is about, e.g. `ticket/<id>/note`. Null keeps no draft. */
  subject: string | null;
  /** Fields that are kept nowhere: passwords, keys of other systems. */
  secrets?: readonly (keyof Values)[];
  initial: Values;
  /** Where others may change the same meanwhile: the version that `initial` shows. */
  version?: number | undefined;
  /** Per field what is wrong with it, in words; the server's own answer comes on top. */
  check?: (values: Values) => Partial<Record<string, string | null>>;
  /** `known` is what the form shows: send its version, not the newest one that has arrived. */
  send: (values: Values, options: Required<Pick<WriteOptions, 'key'>>, known: Known<Values>) => Promise<Answer>;
  changes?: (values: Values, answer: Answer) => About;
  done?: (answer: Answer, values: Values) => void;
};

export type DraftForm<Values> = {
  form: UseFormReturnType<Values>;
  onSubmit: FormEventHandler<HTMLFormElement>;
  busy: boolean;
  /** Why the last try was refused; `FormFrame` shows it. */
  problem: ApiError | null;
  /** How often sending was refused, by the form's own check or by the server. */
  refused: number;
  /** Something half typed was found and put back. */
  restored: boolean;
  /** Who began it, where that was somebody else. */
  begunBy: string | null;
  /** Shows what another device had written, and keeps what stands here as the other; null: there was nothing else. */
  showFormer: (() => void) | null;
  /** Empties the form and forgets the draft. */
  discard: () => void;
};

type Spec<Values, Answer> = DraftFormSpec<Values, Answer>;

/**
 * A form whose half-typed contents survive a reload, a change of device and the end of the session. Spread
 * `form.getInputProps('field')` into Mantine's inputs, and draw it in `FormFrame`; problems the server finds stand at
 * their fields. Where the subject changes under the same form, give the form the subject as its `key`.
 */
export function useDraftForm<Values extends Record<string, unknown>, Answer = void>(
  spec: Spec<Values, Answer>,
): DraftForm<Values> {
  const { form, restored, begunBy, discard, showFormer } = useKeptForm(spec);
  const { known, outdated, saved } = useKnown(form, { initial: spec.initial, version: spec.version ?? 0 });
  const [refused, setRefused] = useState(0);
  const refuse = () => setRefused((count) => count + 1);
  const write = useWrite<Values, Answer>({
    send: (values, options) => spec.send(values, options, known),
    ...(spec.changes ? { changes: spec.changes } : {}),
    done: (answer, values) => {
      saved();
      discard();
      spec.done?.(answer, values);
    },
    failed: (problem) => {
      form.setErrors(fieldWords(problem));
      if (problem.code === 'stale') outdated();
      refuse();
      return true;
    },
  });
  return {
    form,
    onSubmit: form.onSubmit((values) => void write.run(values), refuse),
    busy: write.busy,
    problem: write.problem,
    refused,
    restored,
    begunBy,
    showFormer,
    discard,
  };
}

type Keeping<Values> = Pick<Spec<Values, never>, 'subject' | 'secrets' | 'initial' | 'version'>;

/** Keeps values without what is secret; where others may change the same meanwhile, only what was touched. */
function keeperOf<Values extends Record<string, unknown>>({
  subject,
  secrets = [],
  initial,
  version,
}: Keeping<Values>) {
  const open = (values: Values) =>
    Object.fromEntries(Object.entries(values).filter(([key]) => !secrets.includes(key))) as Partial<Values>;
  const isFirst = (values: Values): boolean => JSON.stringify(open(values)) === JSON.stringify(open(initial));
  const keep = (values: Values): void => {
    if (subject === null) return;
    if (isFirst(values)) dropDraft(subject);
    else keepDraft(subject, JSON.stringify(version === undefined ? open(values) : touched(initial, open(values))));
  };
  return { isFirst, keep };
}

/** The form's values, kept under the subject with every change and dropped when they are the first ones again. */
function useKeptForm<Values extends Record<string, unknown>>(
  spec: Keeping<Values> & Pick<Spec<Values, never>, 'check'>,
) {
  const { subject, initial, check } = spec;
  const { isFirst, keep } = keeperOf(spec);
  const [here] = useState(() => (subject === null ? initial : valuesOf(localDraft(subject)?.text, initial)));
  const [found, setFound] = useState<Found<Values>>(() => ({ ...nothingFound, restored: !isFirst(here) }));
  const typed = useRef(false);
  const form = useForm<Values>({
    initialValues: here,
    ...(check ? { validate: (values: Values) => clean(check(values)) } : {}),
    onValuesChange: (values) => {
      typed.current = true;
      keep(values);
    },
  });
  useRestored(subject, (draft) => {
    const values = valuesOf(draft.text, initial);
    const former = draft.former ? valuesOf(draft.former.text, initial) : null;
    if (typed.current || isFirst(values)) return setFound((now) => ({ ...now, former }));
    form.setValues(values);
    if (subject !== null) takeOver(subject, draft);
    setFound({ restored: true, begunBy: draft.mine === false ? (draft.by?.name ?? null) : null, former });
  });
  const discard = () => {
    form.setValues(initial);
    form.clearErrors();
    if (subject !== null) dropDraft(subject);
    setFound(nothingFound);
  };
  return { form, ...found, discard, showFormer: swapping(form, found, setFound) };
}

/** What was found when the form was opened: put back, begun by whom, and what another device had instead. */
type Found<Values> = { restored: boolean; begunBy: string | null; former: Values | null };
const nothingFound: Found<never> = { restored: false, begunBy: null, former: null };

/** Shows what the other device had, and keeps what stood here as the other; null: there is nothing else. */
function swapping<Values>(
  form: UseFormReturnType<Values>,
  found: Found<Values>,
  setFound: (found: Found<Values>) => void,
): (() => void) | null {
  const { former } = found;
  if (former === null) return null;
  return () => {
    setFound({ ...found, former: form.getValues() });
    form.setValues(former);
  };
}

function useRestored(subject: string | null, apply: (draft: Kept) => void): void {
  const latest = useRef(apply);
  useEffect(() => {
    latest.current = apply;
  });
  useEffect(() => {
    if (subject === null) return;
    let here = true;
    void newestDraft(subject).then((draft) => here && draft && latest.current(draft));
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
