export type Posted = {
  /** null: no answer came. */
  status: number | null;
  /** The beginning of what it answered. */
  answer: string;
  milliseconds: number;
  /** Why no answer came, as a word of this machine's. */
  error: string | null;
};

/** Whether it was taken: any 2xx is a yes. */
export function isTaken({ status }: Pick<Posted, 'status'>): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** What was said instead, as a line for whoever looks after it. */
export function saidOf({ status, answer, error }: Posted): string {
  return status === null ? (error ?? '') : `${status} ${answer.slice(0, 300)}`.trim();
}
