import type { Part } from './bench.ts';
import { idleTick } from './idle-tick.ts';
import { burst, steady } from './rungs.ts';

/** In the order of the table they answer. */
export const parts: readonly Part[] = [idleTick, burst, steady];
