import type { ComponentChildren } from 'preact';

interface FieldProps {
  id: string;
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint: string;
  fault?: string | undefined;
  /** Shows dots in place of what is typed. */
  isMasked?: boolean;
  placeholder?: string;
  /** A control at the end of the input. */
  children?: ComponentChildren;
}

const PLAIN = { type: 'text' } as const;
const MASKED = { type: 'password' } as const;

/** A line of text with its label, a hint, and what is wrong with it. */
export function Field({
  id,
  label,
  value,
  onValue,
  hint,
  fault,
  isMasked = false,
  placeholder = '',
  children,
}: FieldProps) {
  return (
    <div class="field">
      <label for={id} class="label">
        {label}
      </label>
      <div class="field-input">
        <input
          id={id}
          {...(isMasked ? MASKED : PLAIN)}
          placeholder={placeholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-says`}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {children}
      </div>
      <p id={`${id}-says`} class={fault ? 'fault' : 'hint'}>
        {fault ?? hint}
      </p>
    </div>
  );
}
