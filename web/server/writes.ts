import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { WriteOptions } from './api.ts';
import { ApiError, newKey } from './api.ts';
import type { About } from './queries.ts';
import { refresh } from './queries.ts';
import { say } from '../ui/toast.ts';
import { problemWords } from './refusals.ts';

type WriteSpec<Input, Answer> = {
  /** Sends it; must pass `options` on to `api`, for they carry the idempotency key. */
  send: (input: Input, options: Required<Pick<WriteOptions, 'key'>>) => Promise<Answer>;
  /** What it changes, in the terms of `About`: these reads are made again. */
  changes?: (input: Input, answer: Answer) => About;
  done?: (answer: Answer, input: Input) => void;
  /** Return true where the problem has been shown already (at a field, say); else it is said in a toast. */
  failed?: (problem: ApiError, input: Input) => boolean | void;
};

export type Write<Input, Answer> = {
  run: (input: Input) => Promise<Answer | undefined>;
  busy: boolean;
  problem: ApiError | null;
};

/**
 * One act of the person. The idempotency key stays the same while the same input is tried again without a final
 * answer, so that pressing twice in a dead spot does it once. `run` never rejects: problems are said in words.
 */
export function useWrite<Input, Answer = void>(spec: WriteSpec<Input, Answer>): Write<Input, Answer> {
  const intent = useRef<{ input: string; key: string } | null>(null);
  const mutation = useMutation<Answer, ApiError, Input>({
    mutationFn: (input) => {
      const written = JSON.stringify(input ?? null);
      if (intent.current?.input !== written) intent.current = { input: written, key: newKey() };
      return spec.send(input, { key: intent.current.key });
    },
    onSuccess: (answer, input) => {
      intent.current = null;
      void refresh(spec.changes?.(input, answer) ?? []);
      spec.done?.(answer, input);
    },
    onError: (problem, input) => {
      if (!(problem instanceof ApiError) || (problem.status > 0 && problem.status < 500)) intent.current = null;
      if (!spec.failed?.(problem, input)) say(problemWords(problem), 'problem');
    },
  });
  return {
    run: (input) => mutation.mutateAsync(input).catch(() => undefined),
    busy: mutation.isPending,
    problem: mutation.error,
  };
}
