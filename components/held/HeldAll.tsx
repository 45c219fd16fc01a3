import { SureButton } from '@/components/SureButton.tsx';
import { t } from '@/utils/browser/i18n.ts';
import type { Decision } from './decide.ts';
import { type HeldGroup, idsIn } from './groups.ts';

interface HeldAllProps {
  groups: readonly HeldGroup[];
  /** Those that are shown, with what would be sent, and of which something can be left out. */
  cuttable: readonly HeldGroup[];
  onDecide: (ids: string[], decision: Decision) => void;
}

/** One decision for all that is held; for what is to be sent, for all that is shown. */
export function HeldAll({ groups, cuttable, onDecide }: HeldAllProps) {
  const [all, some] = [groups.length, cuttable.length];
  return (
    <fieldset class="held-all" aria-label={t('held_all_label')}>
      {some > 0 && (
        <SureButton
          id="all-without"
          label={some === all ? t('held_all_without') : t('held_some_without', some, all)}
          sure={t('held_all_without_sure', some)}
          onSure={() => onDecide(idsIn(cuttable), 'without')}
        />
      )}
      <SureButton
        id="all-discard"
        label={t('held_all_discard')}
        sure={t('held_all_discard_sure', all)}
        onSure={() => onDecide(idsIn(groups), 'discard')}
      />
    </fieldset>
  );
}
