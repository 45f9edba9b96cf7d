import type { z } from 'zod';
import type { boardOut, meOut } from '../../../src/channel/chat/view.ts';
import type { waysOut } from '../../../src/conversation/view.ts';
import { usePresent } from '../../server/presence.ts';
import { useRead } from '../../server/queries.ts';

export type Me = z.output<typeof meOut>;
export type Offer = Me['offers'][number];
export type Board = z.output<typeof boardOut>;

/** The chat of this house; undefined where there is none. */
export function useChatChannel(): string | undefined {
  const ways = useRead<z.output<typeof waysOut>>('conversations/channels', { about: ['channel'] }).data?.items ?? [];
  return ways.find(({ kind }) => kind === 'chat')?.id;
}

export function useMe(): Me | undefined {
  return useRead<Me>('chat/me', { about: ['conversation', 'person'] }).data;
}

export function useBoard(): Board | undefined {
  return useRead<Board>('chat/board', { about: ['conversation', 'person'] }).data;
}

/** What the visitor of a chat does now: he stands at his conversation under its own id. Null: his page is not open. */
export function useVisitor(id: string, me: string): 'looking' | 'typing' | null {
  const there = usePresent(id, me).find(({ person }) => person === id);
  if (!there) return null;
  return there.does === 'typing' ? 'typing' : 'looking';
}
