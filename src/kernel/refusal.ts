export type Params = Record<string, string | number>;

/** Why something may not be done now. `code` is stable: screens translate it, tests assert it. */
export type Refusal = { code: string; params?: Params };

export function refusal(code: string, params?: Params): Refusal {
  return params ? { code, params } : { code };
}

class Failure extends Error {
  readonly code: string;
  readonly params: Params;
  constructor(code: string, params: Params = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}

/** A rule of the trade says no (409). */
export class Refused extends Failure {}

/** Somebody else changed it since it was read (409). */
export class Stale extends Failure {}

/** The request makes no sense as it stands (422); `params.path` names the field where one is to blame. */
export class Invalid extends Failure {}

/** It is not there, or not for this organisation to see (404). */
export class NotFound extends Failure {}

/** The actor's posts do not allow it (403). */
export class Forbidden extends Failure {}

/** Nobody is signed in, or what was given as proof is not (401). Why is not told apart: it would tell who is known here. */
export class NotSignedIn extends Failure {}

/** Too often (429); `params.retryAfter` says in how many seconds it may be tried again. */
export class TooMany extends Failure {}

/** Throws the refusal a rule answered with, if it answered with one. */
export function orRefuse(answer: Refusal | null): void {
  if (answer) throw new Refused(answer.code, answer.params);
}
