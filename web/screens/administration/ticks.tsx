import { Checkbox } from '@mantine/core';
import styles from './administration.module.css';

type TicksProps<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: readonly Value[];
  change: (value: Value[]) => void;
};

/** Any of a few, in the order in which they are offered. */
export function Ticks<Value extends string>({ label, options, value, change }: TicksProps<Value>) {
  return (
    <Checkbox.Group
      label={label}
      value={[...value]}
      onChange={(chosen) => change(options.map((one) => one.value).filter((one) => chosen.includes(one)))}
    >
      <div className={styles['ticks']}>
        {options.map((one) => (
          <Checkbox key={one.value} value={one.value} label={one.label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
