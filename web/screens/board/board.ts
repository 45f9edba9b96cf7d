import type { z } from 'zod';
import type { boardOut } from '../../../src/report/board.ts';

/** `GET /api/board` */
export type BoardAnswer = z.output<typeof boardOut>;
export type DepartmentRow = BoardAnswer['departments'][number];
export type Decision = BoardAnswer['decisions'][number];
export type SetAside = BoardAnswer['setAside'][number];
