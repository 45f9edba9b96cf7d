import { z } from 'zod';
import { id, momentOut } from '../../platform/http/shapes.ts';

export const makeSceneInput = z.union([
  z.strictObject({ placeId: id('place') }),
  z.strictObject({ customerId: id('customer') }),
]);
export type MakeScene = z.output<typeof makeSceneInput>;

export const sceneOut = z.object({
  url: z.string().describe('What the code says'),
  square: z.string().describe('The code as an image: an address of data, to stand in an `img`'),
  until: momentOut.nullable().describe('Until when it is good, once; null: for good, as often as anybody scans it'),
});
