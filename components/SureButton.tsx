import { useState } from 'preact/hooks';
import { SECOND } from '@/utils/analyses/time.ts';

interface SureButtonProps {
  id: string;
  label: string;
  /** What it says before it does what can't be undone. */
  sure: string;
  onSure: () => void;
}

/** A double click is not a decision. */
const SOON = SECOND / 2;

/** A button for what can't be undone: the first click asks, the second does it. It forgets once the focus leaves. */
export function SureButton({ id, label, sure, onSure }: SureButtonProps) {
  const [askedAt, setAskedAt] = useState(0);
  return (
    <button
      id={id}
      type="button"
      class={askedAt ? 'plain danger' : 'plain'}
      onBlur={() => setAskedAt(0)}
      onClick={() => {
        if (!askedAt) setAskedAt(Date.now());
        else if (Date.now() - askedAt > SOON) onSure();
      }}
    >
      {askedAt ? sure : label}
    </button>
  );
}
