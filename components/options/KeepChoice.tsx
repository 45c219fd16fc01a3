import type { Keep } from '@/utils/analyses/settings.ts';
import { t } from '@/utils/browser/i18n.ts';

const CHOICES: readonly Keep[] = ['session', 'device'];

/** How long the password is kept, and what that means. */
export function KeepChoice({ keep, onChange }: { keep: Keep; onChange: (keep: Keep) => void }) {
  return (
    <div class="field" role="radiogroup" aria-labelledby="keep-label">
      <span id="keep-label" class="label">
        {t('keep_label')}
      </span>
      {CHOICES.map((choice) => (
        <label key={choice} class="choice">
          <input
            type="radio"
            name="keep"
            value={choice}
            checked={keep === choice}
            aria-labelledby={`keep-${choice}-name`}
            aria-describedby={`keep-${choice}-hint`}
            onChange={() => onChange(choice)}
          />
          <span id={`keep-${choice}-name`} class="choice-name">
            {t(`keep_${choice}`)}
          </span>
          <span id={`keep-${choice}-hint`} class="hint">
            {t(`keep_${choice}_hint`)}
          </span>
        </label>
      ))}
    </div>
  );
}
