import { keeperIn } from '../../platform/keep-before.ts';

/** Keeps what a change of the register altered, as it stood. */
export const keepBefore = keeperIn('contractor_change', 'contractor_id');
