import { z } from 'zod';
import type { Database } from '../db.ts';
import type { Route } from '../http/route.ts';
import { route } from '../http/route.ts';
import { id, idOut, momentOut } from '../http/shapes.ts';
import type { MaySee } from './read-file.ts';
import { readFile, readThumbnail } from './read-file.ts';
import { storeFile } from './store-file.ts';

export const fileOut = z
  .object({
    id: idOut('file'),
    name: z.string().describe('With the ending of what the file really is'),
    type: z.string().describe('Told from its bytes, e.g. image/jpeg'),
    size: z.number().int().describe('Bytes'),
    sha256: z.string().describe('Digest of its bytes, 64 hexadecimal digits'),
    at: momentOut.describe('When it was uploaded'),
  })
  .meta({ id: 'File' });

export type FileParts = {
  database: Database;
  maySee: MaySee;
  /** The largest file that is taken, in bytes. */
  largest: number;
};

export function fileRoutes(parts: FileParts): Route[] {
  return [
    route({
      name: 'uploadFile',
      method: 'POST',
      path: '/files',
      admits: 'signed-in',
      token: 'any',
      tag: 'Files',
      summary: 'Upload a photo (JPEG, PNG, WebP, HEIC) or a PDF as the body of the request',
      status: 201,
      accepts: { bytes: parts.largest },
      query: z.strictObject({
        name: z.string().min(1).max(400).describe('What the file is called'),
        id: id('file').optional().describe('Made by the client; the same file sent again under it is kept once'),
      }),
      answer: fileOut,
      handle: (context, { query, file }) =>
        storeFile(context, { name: query.name, bytes: file!, ...(query.id ? { id: query.id } : {}) }),
    }),
    route({
      name: 'readFile',
      method: 'GET',
      path: '/files/:id',
      admits: 'signed-in',
      token: ['ticket.see'],
      tag: 'Files',
      summary: 'Read a file, if what it belongs to may be seen',
      params: z.strictObject({ id: id('file') }),
      sends: 'file',
      answer: z.unknown(),
      handle: (context, { params }) => readFile(context, parts.database, parts.maySee, params.id),
    }),
    thumbnailRoute(parts),
  ];
}

function thumbnailRoute(parts: FileParts): Route {
  return route({
    name: 'readThumbnail',
    method: 'GET',
    path: '/files/:id/thumbnail',
    admits: 'signed-in',
    token: ['ticket.see'],
    tag: 'Files',
    summary: 'A file as a small picture for lists: itself up to 512 kB, else what its camera put into it',
    params: z.strictObject({ id: id('file') }),
    sends: 'file',
    answer: z.unknown(),
    handle: (context, { params }) => readThumbnail(context, parts.database, parts.maySee, params.id),
  });
}
