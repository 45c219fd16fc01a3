import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { t } from '@/utils/browser/i18n.ts';

interface ChoicesProps<Value extends string> {
  id: string;
  label: string;
  all: readonly Value[];
  chosen: readonly Value[];
  nameOf: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
}

/** Some of a few, in a box that opens below its button; closed by Escape, or by what is done elsewhere. */
export function Choices<Value extends string>({
  id,
  label,
  all,
  chosen,
  nameOf,
  onChange,
}: ChoicesProps<Value>) {
  const box = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = (event: Event) => {
      const { current } = box;
      if (current?.open && event.target instanceof Node && !current.contains(event.target))
        current.open = false;
    };
    addEventListener('pointerdown', close);
    addEventListener('focusin', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('focusin', close);
    };
  }, []);

  function onKey(event: KeyboardEvent) {
    const { current } = box;
    if (event.key !== 'Escape' || !current?.open) return;
    current.open = false;
    current.querySelector('summary')?.focus();
    event.stopPropagation();
  }

  const [first] = chosen;
  const value = chosen.length === 1 && first ? nameOf(first) : String(chosen.length);
  return (
    <details id={id} class={first ? 'choices chosen' : 'choices'} ref={box} onKeyDown={onKey}>
      <summary>
        {first ? t('filter_chosen', label, value) : label}
        <Icon name="chevron" />
      </summary>
      <fieldset class="choices-box" aria-label={label}>
        {all.map((one) => (
          <label key={one}>
            <input
              type="checkbox"
              value={one}
              checked={chosen.includes(one)}
              onChange={(event) => {
                const isIn = event.currentTarget.checked;
                onChange(all.filter((other) => (other === one ? isIn : chosen.includes(other))));
              }}
            />
            {nameOf(one)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
