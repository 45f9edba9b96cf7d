import type { UseFormReturnType } from '@mantine/form';
import type { ChannelValues } from './channel-values.ts';

/** What the fields of each sort of channel are given. */
export type FieldsProps = { form: UseFormReturnType<ChannelValues>; fresh: boolean; id: string };
