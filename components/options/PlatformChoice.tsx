import { t } from '@/utils/browser/i18n.ts';
import { inOrder, PLATFORMS, type Platform } from '@/utils/spectra/platforms.ts';

interface PlatformChoiceProps {
  chosen: readonly Platform[];
  fault: string | undefined;
  onChange: (chosen: Platform[]) => void;
}

/** "My platforms", each with what it holds. */
export function PlatformChoice({ chosen, fault, onChange }: PlatformChoiceProps) {
  const toggle = (platform: Platform, isChosen: boolean) =>
    onChange(inOrder(isChosen ? [...chosen, platform] : chosen.filter((one) => one !== platform)));

  return (
    <fieldset aria-describedby="platforms-says">
      <legend>{t('my_platforms_label')}</legend>
      <p id="platforms-says" class={fault ? 'fault' : 'hint'}>
        {fault ?? t('my_platforms_hint')}
      </p>
      <div class="platform-list">
        {PLATFORMS.map((platform) => (
          <label key={platform} class="choice">
            <input
              type="checkbox"
              name="platform"
              value={platform}
              checked={chosen.includes(platform)}
              aria-invalid={fault !== undefined}
              aria-labelledby={`${platform}-name`}
              aria-describedby={`${platform}-holds`}
              onChange={(event) => toggle(platform, event.currentTarget.checked)}
            />
            <span id={`${platform}-name`} class="choice-name">
              {t(`platform_${platform}_name`)}
            </span>
            <span id={`${platform}-holds`} class="hint">
              {t(`platform_${platform}_holds`)}
              <br />
              {t(`platform_${platform}_also`)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
