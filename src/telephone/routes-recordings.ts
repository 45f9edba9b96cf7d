import { z } from 'zod';
import type { Database } from '../platform/db.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { id } from '../platform/http/shapes.ts';
import { listenToRecording, looksOf } from './listen-to-recording.ts';

export function recordingRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      name: 'listenToCall',
      method: 'GET',
      path: '/calls/:id/recording',
      admits: 'customer.see_phone',
      tag: 'Telephone',
      summary: 'Listen to the recording of a call; who did is kept with who looked at whose data',
      params: z.object({ id: id('phone_call') }),
      sends: 'file',
      looks: looksOf,
      answer: z.unknown(),
      handle: (context, { params }) => listenToRecording(context, database, params.id),
    }),
  ];
}
