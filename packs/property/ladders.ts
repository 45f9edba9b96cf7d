import type { CommitmentRule } from '../../src/pack/format.ts';

type Ladder = CommitmentRule['limit']['ladder'];

/** For what the desk owes: the owner is reminded, the superior told, and a day later the centre manager (Appendix A, default). */
export const desk: Ladder = [
  { at: { share: 0.8 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'supervisor' },
  { at: { after: 'PT4H', basis: 'working' }, do: 'warn', to: 'department_head' },
  {
    at: { after: 'P1D', basis: 'working' },
    do: 'warn',
    to: 'centre_manager',
    repeat: { every: 'P1D', basis: 'working', most: 5 },
  },
];

/** Somebody sits and waits: minutes, not hours (CHAN-17). */
export const chat: Ladder = [
  { at: { share: 0.8 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'supervisor' },
  { at: { after: 'PT10M', basis: 'working' }, do: 'warn', to: 'department_head' },
  { at: { after: 'PT1H', basis: 'working' }, do: 'warn', to: 'centre_manager' },
];

/** A schedule promised to a customer: at its end a rectification notice, then somebody above must rule (WORK-04, ESCL-01). */
export const schedule: Ladder = [
  { at: { share: 0.8 }, do: 'warn', to: 'owner' },
  { at: { share: 0.95 }, do: 'warn', to: 'supervisor' },
  { at: { share: 1 }, do: 'notice', to: 'department_head' },
  {
    at: { after: 'P1D', basis: 'working' },
    do: 'rule',
    to: 'centre_manager',
    acknowledge: 'P1D',
    repeat: { every: 'P1D', basis: 'working', most: 5 },
  },
];

/** The same where people's safety waits: counted day and night, and the manager rules two hours later. */
export const safety: Ladder = [
  { at: { share: 0.5 }, do: 'warn', to: 'owner' },
  { at: { share: 0.8 }, do: 'warn', to: 'department_head' },
  { at: { share: 1 }, do: 'notice', to: 'department_head' },
  {
    at: { after: 'PT2H', basis: 'clock' },
    do: 'rule',
    to: 'centre_manager',
    acknowledge: 'PT1H',
    repeat: { every: 'PT4H', basis: 'clock', most: 6 },
  },
];

/** A rectification notice left lying: it goes up, for a notice about a notice would mend nothing (ESCL-01). */
export const upward: Ladder = [
  { at: { share: 0.8 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'supervisor' },
  { at: { after: 'P1D', basis: 'working' }, do: 'warn', to: 'centre_manager', acknowledge: 'P1D' },
  {
    at: { after: 'P3D', basis: 'working' },
    do: 'warn',
    to: 'deputy_general_manager',
    repeat: { every: 'P1D', basis: 'working', most: 5 },
  },
];

/** Minutes count. Whoever is woken must say so, or is woken again. */
export const emergency: Ladder = [
  { at: { share: 0.5 }, do: 'warn', to: 'owner', acknowledge: 'PT5M' },
  { at: { share: 0.8 }, do: 'warn', to: 'department_head' },
  { at: { share: 1 }, do: 'notice', to: 'department_head' },
  {
    at: { after: 'PT15M', basis: 'clock' },
    do: 'rule',
    to: 'centre_manager',
    acknowledge: 'PT15M',
    repeat: { every: 'PT30M', basis: 'clock', most: 8 },
  },
];

/** Somebody was sent and does not say that he has it: those above hear, one after the other, day and night (SAFE-06). */
export const sent: Ladder = [
  { at: { share: 0.6 }, do: 'warn', to: 'owner' },
  { at: { share: 1 }, do: 'warn', to: 'supervisor' },
  { at: { after: 'PT5M', basis: 'clock' }, do: 'warn', to: 'department_head' },
  {
    at: { after: 'PT15M', basis: 'clock' },
    do: 'warn',
    to: 'centre_manager',
    acknowledge: 'PT15M',
    repeat: { every: 'PT30M', basis: 'clock', most: 4 },
  },
];

/** Return visits without exception (VISIT-08): said early, and a notice to the centre's own department when missed. */
export const noException: Ladder = [
  { at: { share: 0.5 }, do: 'warn', to: 'owner' },
  { at: { share: 0.8 }, do: 'warn', to: 'supervisor' },
  { at: { share: 1 }, do: 'notice', to: 'department_head' },
  {
    at: { after: 'P1D', basis: 'clock' },
    do: 'rule',
    to: 'centre_manager',
    acknowledge: 'P1D',
    repeat: { every: 'P1D', basis: 'clock', most: 5 },
  },
];

/** A complaint that is major: followed by heads, known to the deputy general manager (COMP-05, COMP-06). */
export const major: Ladder = [
  { at: { share: 0.5 }, do: 'warn', to: 'department_head' },
  { at: { share: 0.8 }, do: 'warn', to: 'centre_manager' },
  { at: { share: 1 }, do: 'notice', to: 'department_head' },
  {
    at: { after: 'PT4H', basis: 'working' },
    do: 'rule',
    to: 'deputy_general_manager',
    acknowledge: 'P1D',
    repeat: { every: 'P1D', basis: 'clock', most: 5 },
  },
];

/** A complaint that gravely harms image or interests: day and night, up to the leader in charge (COMP-07, PRIN-07). */
export const grave: Ladder = [
  { at: { share: 0.5 }, do: 'warn', to: 'centre_manager' },
  { at: { share: 0.8 }, do: 'warn', to: 'deputy_general_manager' },
  { at: { share: 1 }, do: 'notice', to: 'department_head' },
  {
    at: { after: 'PT2H', basis: 'clock' },
    do: 'rule',
    to: 'company_leader',
    acknowledge: 'PT4H',
    repeat: { every: 'PT12H', basis: 'clock', most: 6 },
  },
];
