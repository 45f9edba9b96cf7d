import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Right } from '../../organisation/rights.ts';
import type { Context } from '../context.ts';
import type { Edge } from './edge.ts';
import type { Look } from './looks.ts';

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
  /** What came to a route that accepts files. */
  file?: Buffer;
};

/** What leaves the house with an answer: what it is of, as what, narrowed by what (no typed texts), how many rows (null: not counted so). */
export type Leaving = {
  list: string;
  format: 'csv' | 'xlsx' | 'pdf' | 'json' | 'backup';
  narrowed: Readonly<Record<string, unknown>>;
  rows: number | null;
};

/** A file on its way out. Its chunks are read while they are sent, each in a transaction of its own. */
export type Download = {
  name: string;
  type: string;
  /** In bytes; null where it is made while it is sent: such a file is different each time, and kept by no browser. */
  size: number | null;
  /** Shown in the page where it is an image; everything else is saved. */
  inline: boolean;
  chunks: AsyncIterable<Buffer>;
  /** Of a page of a stranger's, made safe: what a browser lets it do. Our own screens may frame it. */
  policy?: string;
  /** How many rows it holds, where it is a table that was counted. */
  rows?: number;
};

export type Route = Shapes & {
  /** Unique; the operationId of the OpenAPI document. */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api, with `:name` parameters. */
  path: string;
  admits: Admission;
  /**
   * Where anybody signed in is admitted: what a token is good for. Any of these rights, `any` token, or, unless said,
   * none: what a person does for himself no program does with a scope that never spoke of it.
   */
  token?: 'any' | readonly Right[];
  /** What it does, in a line. */
  summary: string;
  /** What is to be known besides: when to call it, what follows from it. */
  about?: string;
  tag: string;
  /** A body as somebody may send it, for the description. */
  example?: unknown;
  /** 200 unless said. */
  status?: number;
  /** The body is a file, taken as it comes up to so many bytes, whatever its type is said to be; `given.file` has it. */
  accepts?: { bytes: number };
  /** The answer is a `Download` instead of JSON. */
  sends?: 'file';
  /**
   * Of a read asked for all day that finds what it reads by keys: its statements are planned once a connection. A search or a
   * list narrowed in many ways wants a plan for just its words.
   */
  keepsPlans?: true;
  /** Of a read: whose data its answer shows. It is kept who looked, beside the answer and never in its path. */
  looks?(answer: unknown): Look[];
  /** Of a read that is taken out of the house: the journal says who took what, before the first byte goes. */
  leaves?(given: Given<Shapes>, answer: unknown): Leaving;
  handle(context: Context, given: Given<Shapes>): Promise<unknown>;
  /** Answers instead of `handle` where one transaction does not fit (`edgeRoute`). */
  atEdge?(edge: Edge, given: Given<Shapes>): Promise<unknown>;
  /** Pages elsewhere may ask it, too: it knows whoever asks by what he sends along, and nobody by a cookie that is not ours to heed. */
  elsewhere?: true;
  /** Such a route may come before there is any organisation. */
  before?: 'organisation';
  /** Of a route at the edge: called by another system's server, which proves itself by what it sends; no session counts there. */
  outside?: true;
};

/**
 * Declares a route: its permission, shapes and handler stand side by side, and the rights table, the OpenAPI document
 * and the server are all made from this. Writes run in one transaction with the command; reads in a read-only one.
 */
export function route<
  Answer extends z.ZodType,
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(declared: Declared<Answer, Params, Query, Body>): Route {
  return declared as unknown as Route;
}

/** Each shape is inferred by itself, so that `handle` knows what it is given. */
type Declared<
  Answer extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
> = Omit<Route, 'handle' | 'example' | 'looks' | 'leaves' | keyof Shapes> & {
  params?: Params;
  query?: Query;
  body?: Body;
  example?: z.input<Body>;
  answer: Answer;
  looks?(answer: z.input<Answer>): Look[];
  leaves?(given: Given<{ params: Params; query: Query; body: Body; answer: Answer }>, answer: z.input<Answer>): Leaving;
  handle(
    context: Context,
    given: Given<{ params: Params; query: Query; body: Body; answer: Answer }>,
  ): Promise<z.input<Answer>>;
};

/** Something of this server rather than of an organisation: its health, its own description, the live socket. */
export type HouseRoute = {
  name: string;
  path: string;
  /** `operator`: whoever asks from this machine, or with the metrics token. */
  admits: 'anyone' | 'signed-in' | 'operator';
  /** Pages elsewhere may ask it, too. */
  elsewhere?: true;
  summary: string;
  tag: string;
  /** What it answers with, and in which form. */
  answer: { type: string; description: string; schema?: z.ZodType };
  handle(request: FastifyRequest, reply: FastifyReply): Promise<unknown>;
};
