import type { z } from 'zod';
import type { Right } from '../../organisation/rights.ts';
import type { Context } from '../context.ts';

/** Who may call a route at all: holders of a right, anybody signed in, or anyone. What it is called on is asked again inside. */
export type Admission = Right | 'signed-in' | 'anyone';

type Shapes = {
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType;
};

type Read<Shape> = Shape extends z.ZodType ? z.output<Shape> : undefined;

export type Given<S extends Shapes> = {
  params: Read<S['params']>;
  query: Read<S['query']>;
  body: Read<S['body']>;
};

export type Route = Shapes & {
  /** Unique; the operationId of the OpenAPI document. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api, with `:name` parameters. */
  path: string;
  admits: Admission;
  summary: string;
  tag: string;
  /** 200 unless said. */
  status?: number;
  handle(context: Context, given: Given<Shapes>): Promise<unknown>;
};

/**
 * Declares a route: its permission, shapes and handler stand side by side, and the rights table, the OpenAPI document
 * and the server are all made from this. Writes run in one transaction with the command; reads in a read-only one.
 */
export function route<S extends Shapes>(
  declared: Omit<Route, 'handle' | keyof Shapes> &
    S & { handle(context: Context, given: Given<S>): Promise<z.input<S['answer']>> },
): Route {
  return declared as unknown as Route;
}
