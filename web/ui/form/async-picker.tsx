import { Combobox, InputBase, Loader, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { problemWords } from '../../server/refusals.ts';
import { t } from '../../words/words.ts';

export type Picked = { id: string; label: string };

type AsyncPickerProps<Option extends Picked> = {
  label: string;
  /** Names the search in the cache: two pickers that search the same share what was found. */
  name: string;
  /** Finds by what has been typed; an empty text asks for the likeliest. */
  search: (text: string, signal: AbortSignal) => Promise<Option[]>;
  value: Picked | null;
  onChange: (picked: Option | null) => void;
  /** A second line or a mark beside the name: department, load, on duty. */
  detail?: (option: Option) => ReactNode;
  description?: string;
  error?: ReactNode;
  required?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
};

/** Picks one of many by typing a few letters: a person, a place, a customer. Arrow keys and Enter choose. */
export function AsyncPicker<Option extends Picked>(props: AsyncPickerProps<Option>) {
  const { value, onChange, search, name } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [asked] = useDebouncedValue(typed ?? '', 150);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useQuery({
    queryKey: ['pick', name, asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  });
  const options: readonly Option[] = found.data ?? [];
  const pick = (id: string) => {
    onChange(options.find((option) => option.id === id) ?? null);
    setTyped(null);
    combobox.closeDropdown();
  };
  const type = (text: string) => {
    setTyped(text);
    if (text === '' && value) onChange(null);
    combobox.openDropdown();
    combobox.selectFirstOption();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={pick}>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          label={props.label}
          description={props.description}
          error={props.error}
          required={props.required ?? false}
          autoFocus={props.autoFocus ?? false}
          placeholder={props.placeholder ?? t('form.pick_hint')}
          value={typed ?? value?.label ?? ''}
          autoComplete="off"
          rightSection={found.isFetching ? <Loader size={14} /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setTyped(null);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label={props.label} hidden={options.length === 0}>
          {options.map((option) => (
            <Combobox.Option key={option.id} value={option.id} active={option.id === value?.id}>
              <span>{option.label}</span> {props.detail ? <span className="dim">{props.detail(option)}</span> : null}
            </Combobox.Option>
          ))}
        </Combobox.Options>
        {found.error ? <Combobox.Empty>{problemWords(found.error)}</Combobox.Empty> : null}
        {found.isSuccess && options.length === 0 ? <Combobox.Empty>{t('form.nothing_to_pick')}</Combobox.Empty> : null}
      </Combobox.Dropdown>
    </Combobox>
  );
}
