import { keeperIn } from '../../platform/keep-before.ts';

/** Keeps what a change altered, as it stood. */
export const keepBefore = keeperIn('document_change', 'document_id');
