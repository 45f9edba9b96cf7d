import styles from '../../ui/form/chips.module.css';

type ChipsProps = { label: string; texts: readonly string[]; value: string; onChange: (text: string) => void };

/** What is written most often, one tap each. */
export function Chips({ label, texts, value, onChange }: ChipsProps) {
  return (
    <div className={styles['chips']} role="group" aria-label={label}>
      {texts.map((text) => (
        <button key={text} type="button" aria-pressed={text === value} onClick={() => onChange(text)}>
          {text}
        </button>
      ))}
    </div>
  );
}
