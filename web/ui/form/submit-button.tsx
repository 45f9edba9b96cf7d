import { Button } from '@mantine/core';

/** The one button that sends a form. It keeps its width while it is busy, so that nothing jumps. */
export function SubmitButton({ label, busy, fullWidth = true }: { label: string; busy: boolean; fullWidth?: boolean }) {
  return (
    <Button type="submit" loading={busy} fullWidth={fullWidth} color="accent" mih="var(--tap)">
      {label}
    </Button>
  );
}
