/** One thing that people call about: how often, where it is, and what is said and done. */
export type Matter = {
  kind: string;
  weight: number;
  /** At home, in the caller's building, or nowhere in particular. */
  where: 'flat' | '大堂' | '楼道' | '电梯' | 'none';
  purpose: 'repair' | 'consultation' | 'complaint' | 'help' | 'request' | 'suggestion';
  title: string;
  need: string;
  fields: Record<string, string | boolean>;
  /** Whose hands are sent; none where the desk settles it. */
  sends?: { department: string; person: string; task: string; findings: string; measures: string };
  /** What is filled in when it is settled. */
  settled: Record<string, string>;
  outcome: string;
  answer: string;
};

export const repair = (cause: string) => ({ found_cause: cause });
export const plumber = (task: string, findings: string, measures: string) => ({
  department: 'engineering',
  person: 'plumber',
  task,
  findings,
  measures,
});
export const electrician = (task: string, findings: string, measures: string) => ({
  department: 'engineering',
  person: 'electrician',
  task,
  findings,
  measures,
});
