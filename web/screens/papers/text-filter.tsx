import { TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

const route = getRouteApi('/inside/papers');
const pause = 300;

/** What is typed stands in the address a moment later, so that back and a reload find it. */
export function TextFilter({ label, of }: { label: string; of: 'text' | 'counterpart' }) {
  const asked = route.useSearch()[of] ?? '';
  const navigate = route.useNavigate();
  const [typed, type] = useState(asked);
  useEffect(() => {
    if (typed === asked) return undefined;
    const later = window.setTimeout(
      () => void navigate({ search: (before) => ({ ...before, [of]: typed || undefined }), replace: true }),
      pause,
    );
    return () => window.clearTimeout(later);
  }, [typed, asked, navigate, of]);
  return (
    <TextInput
      type="search"
      size="xs"
      aria-label={label}
      placeholder={label}
      maxLength={100}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
