import type { Words } from '../../../../src/kernel/words.ts';

type Named = { name: Words; closed: boolean };
type Ranked = Named & { id: string; superiorPostId: string | null };
type Sayable = { said: (name: Words) => string; locale: string };

/** By name, in the order of the language being spoken; outside firms after our own departments, closed ones last. */
export function byName<One extends Named & { outsideFirm?: boolean }>(all: readonly One[], how: Sayable): One[] {
  const { compare } = new Intl.Collator(how.locale, { numeric: true });
  const last = (one: One) => Number(one.closed) * 2 + Number(one.outsideFirm ?? false);
  return all.toSorted((a, b) => last(a) - last(b) || compare(how.said(a.name), how.said(b.name)));
}

/** From the top down: each post is followed by those that report to it, by name. Closed ones last. */
export function byRank<Post extends Ranked>(all: readonly Post[], how: Sayable): Post[] {
  const open = byName(
    all.filter((post) => !post.closed),
    how,
  );
  const ids = new Set(open.map((post) => post.id));
  const under = Map.groupBy(open, ({ superiorPostId: above }) => (above && ids.has(above) ? above : null));
  const withTheirs = (post: Post): Post[] => [post, ...(under.get(post.id) ?? []).flatMap(withTheirs)];
  const closed = all.filter((post) => post.closed);
  return [...(under.get(null) ?? []).flatMap(withTheirs), ...byName(closed, how)];
}
