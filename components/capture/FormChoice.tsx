import { DefangedUrls } from '@/components/DefangedUrl.tsx';
import { t } from '@/utils/browser/i18n.ts';
import type { Form } from '@/utils/capture/candidates.ts';

interface FormChoiceProps {
  /** Innermost first. */
  forms: readonly Form[];
  chosen: Form;
  /** Another one for each choice on the page. */
  name: string;
  tabIndex: number;
  onPick: (href: string) => void;
}

/** Which of the URLs that were wrapped in each other is sent. */
export function FormChoice({ forms, chosen, name, tabIndex, onPick }: FormChoiceProps) {
  return (
    <fieldset class="forms">
      <legend class="hidden">{t('forms_label')}</legend>
      {forms.map(({ href, by }) => (
        <label key={href} class="form">
          <input
            type="radio"
            name={name}
            value={href}
            checked={href === chosen.href}
            tabIndex={tabIndex}
            onChange={() => onPick(href)}
          />
          <span class="form-by">{by ? t('form_by', by) : t('form_inner')}</span>
          <DefangedUrls hrefs={[href]} />
        </label>
      ))}
    </fieldset>
  );
}
