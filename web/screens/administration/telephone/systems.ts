import type { z } from 'zod';
import type { systemsOut, triedSystemOut } from '../../../../src/telephone/view.ts';

export type Systems = z.output<typeof systemsOut>;
export type System = Systems['items'][number];
export type Tried = z.output<typeof triedSystemOut>;
