import type { z } from 'zod';
import type { callOut } from '../../src/telephone/view.ts';
import { createStore } from '../ui/store.ts';

/** The call that whoever sits here means to take in or write down: the front desk fills in who that is, once. */
export const callAtDesk = createStore<z.output<typeof callOut> | null>(null);
