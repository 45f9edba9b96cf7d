import { lazyRouteComponent } from '@tanstack/react-router';
import { speakOfAll } from '../words/words.ts';

type Load = Parameters<typeof lazyRouteComponent>[0];

/** A screen that is not the first one: its code and the words come together. */
export function screenOf(load: Load, name: string) {
  return lazyRouteComponent(async () => (await Promise.all([load(), speakOfAll()]))[0], name);
}
