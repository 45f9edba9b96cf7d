import type { NumberInputProps } from '@mantine/core';
import { NumberInput } from '@mantine/core';

/** A number by digits and arrows, in a file of its own: it weighs as much as a screen, and few kinds ask for numbers. */
export function NumberField(props: NumberInputProps) {
  return <NumberInput {...props} />;
}
