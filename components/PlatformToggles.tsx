import { useState } from 'preact/hooks';
import { t } from '@/utils/browser/i18n.ts';
import { inOrder, PLATFORMS, type Platform } from '@/utils/spectra/platforms.ts';
import { Icon } from './Icon.tsx';
import './platform-toggles.css';

interface PlatformTogglesProps {
  chosen: readonly Platform[];
  onChange: (chosen: Platform[]) => void;
}

/** The platforms as a row of toggles, and what one of them holds: the one under the pointer, in focus, or chosen first. */
export function PlatformToggles({ chosen, onChange }: PlatformTogglesProps) {
  const [pointed, setPointed] = useState<Platform | null>(null);
  const hasAll = chosen.length === PLATFORMS.length;
  const shown = pointed ?? chosen[0];

  const toggle = (platform: Platform, isChosen: boolean) =>
    onChange(inOrder(isChosen ? [...chosen, platform] : chosen.filter((one) => one !== platform)));

  return (
    <fieldset class="platforms">
      <legend class="hidden">{t('platforms_label')}</legend>
      <div class="toggles">
        <span class="family" aria-hidden="true">
          {t('platform_family_windows')}
        </span>
        {PLATFORMS.map((platform) => (
          <label
            key={platform}
            class="toggle"
            onMouseEnter={() => setPointed(platform)}
            onMouseLeave={() => setPointed(null)}
          >
            <input
              type="checkbox"
              name="platform"
              value={platform}
              checked={chosen.includes(platform)}
              aria-label={t(`platform_${platform}_name`)}
              aria-description={t(`platform_${platform}_holds`)}
              title={`${t(`platform_${platform}_holds`)}. ${t(`platform_${platform}_also`)}`}
              onFocus={() => setPointed(platform)}
              onBlur={() => setPointed(null)}
              onChange={(event) => toggle(platform, event.currentTarget.checked)}
            />
            <span class="box">
              <Icon name="check" />
            </span>
            {t(`platform_${platform}_short`)}
          </label>
        ))}
      </div>
      <div>
        <p class="holds">
          {shown && (
            <>
              <b>{t(`platform_${shown}_name`)}</b> {t(`platform_${shown}_holds`)}
            </>
          )}
        </p>
        <button type="button" class="quiet all" onClick={() => onChange(hasAll ? [] : [...PLATFORMS])}>
          {t(hasAll ? 'platforms_none' : 'platforms_all')}
        </button>
      </div>
    </fieldset>
  );
}
