import { useState } from 'preact/hooks';
import { Icon } from '@/components/Icon.tsx';
import { type MessageKey, t } from '@/utils/browser/i18n.ts';
import { VENDOR_ADDRESS } from '@/utils/spectra/account.ts';
import { Field } from './Field.tsx';
import type { Faults, Form } from './form.ts';
import { KeepChoice } from './KeepChoice.tsx';

interface AccountFieldsProps {
  form: Form;
  faults: Faults;
  /** Whether the password of the account in the fields is at hand, was lost, or was never given. */
  password: 'kept' | 'gone' | 'none';
  onChange: (change: Partial<Form>) => void;
}

const PASSWORD_HINTS: Record<AccountFieldsProps['password'], MessageKey> = {
  kept: 'password_kept',
  gone: 'password_gone',
  none: 'password_hint',
};

export function AccountFields({ form, faults, password, onChange }: AccountFieldsProps) {
  const [isShown, setShown] = useState(false);
  return (
    <fieldset>
      <legend>{t('account_label')}</legend>
      <Field
        id="address"
        label={t('address_label')}
        value={form.address}
        hint={t('address_hint')}
        fault={faults.address}
        placeholder={VENDOR_ADDRESS}
        onValue={(address) => onChange({ address })}
      />
      <Field
        id="user-name"
        label={t('user_name_label')}
        value={form.userName}
        hint={t('user_name_hint')}
        fault={faults.userName}
        placeholder={t('user_name_placeholder')}
        onValue={(userName) => onChange({ userName })}
      />
      <Field
        id="password"
        label={t('password_label')}
        value={form.password}
        hint={t(PASSWORD_HINTS[password])}
        fault={faults.password}
        isMasked={!isShown}
        placeholder={password === 'kept' ? '••••••••' : ''}
        onValue={(value) => onChange({ password: value })}
      >
        <button
          id="show-password"
          type="button"
          class="quiet"
          aria-pressed={isShown}
          aria-label={t('password_show')}
          title={t('password_show')}
          onClick={() => setShown(!isShown)}
        >
          <Icon name="eye" />
        </button>
      </Field>
      <KeepChoice keep={form.keep} onChange={(keep) => onChange({ keep })} />
    </fieldset>
  );
}
