import { DefangedUrls } from '@/components/DefangedUrl.tsx';
import { listed } from '@/components/words.ts';
import { t } from '@/utils/browser/i18n.ts';
import type { SeenTarget } from './use-target.ts';

interface WrapChoiceProps {
  wrapped: NonNullable<SeenTarget['known']>['wrapped'];
  isInner: boolean;
  onChoose: (isInner: boolean) => void;
}

/** Whether what is wrapped is to be sent, or the wrapper. */
export function WrapChoice({ wrapped, isInner, onChoose }: WrapChoiceProps) {
  const by = listed(new Set(wrapped.flatMap((one) => one.by)));
  const choices = [
    { value: 'inner', label: t('wrapped_inner'), hrefs: wrapped.map(({ inner }) => inner) },
    { value: 'outer', label: t('wrapped_outer'), hrefs: wrapped.map(({ outer }) => outer) },
  ];
  return (
    <fieldset class="wrapped">
      <legend>{t('wrapped_by', by)}</legend>
      {choices.map(({ value, label, hrefs }) => (
        <label key={value}>
          <input
            type="radio"
            name="wrapped"
            value={value}
            checked={isInner === (value === 'inner')}
            onChange={() => onChoose(value === 'inner')}
          />
          <span class="wrapped-name">{label}</span>
          <DefangedUrls hrefs={hrefs} />
        </label>
      ))}
    </fieldset>
  );
}
