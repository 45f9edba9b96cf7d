import { keeperIn } from '../../platform/keep-before.ts';

/** Keeps what a change altered, as it stood. */
export const keepBefore = keeperIn('liaison_change', 'subject_id');
