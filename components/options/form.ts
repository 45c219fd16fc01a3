import type { Keep, Settings } from '@/utils/analyses/settings.ts';
import { type MessageKey, t } from '@/utils/browser/i18n.ts';
import { type Account, isSameAccount, parseAddress, VENDOR_ADDRESS } from '@/utils/spectra/account.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';

/** What stands in the fields. An empty password is an untouched one. */
export interface Form {
  address: string;
  userName: string;
  password: string;
  keep: Keep;
  platforms: Platform[];
}

/** What is wrong with a field, in a sentence. */
export type Faults = Partial<Record<keyof Form, string>>;

/** What the form is for: a test asks the service now, so it needs a password; saving does not look at it again. */
export type Purpose = 'test' | 'save';

export function formOf({ account, keep, platforms }: Settings): Form {
  const { address, userName } = account ?? { address: VENDOR_ADDRESS, userName: '' };
  return { address, userName, password: '', keep, platforms };
}

export function isChanged(form: Form, settings: Settings): boolean {
  const saved = formOf(settings);
  return (Object.keys(saved) as (keyof Form)[]).some((field) => String(form[field]) !== String(saved[field]));
}

/** The account that the fields name; its parts may still be faulty. */
export function accountOf(form: Form): Account {
  const parsed = parseAddress(form.address);
  return { address: 'origin' in parsed ? parsed.origin : '', userName: form.userName.trim() };
}

/** Whether the fields name the account that is already set. */
export function isSaved(form: Form, { account }: Settings): boolean {
  return account !== null && isSameAccount(account, accountOf(form));
}

/** The form after a save: what was saved, as it is kept; what was typed since stays. */
export function tidied(present: Form, saved: Form, account: Account): Form {
  return {
    ...present,
    ...(present.address === saved.address && { address: account.address }),
    ...(present.userName === saved.userName && { userName: account.userName }),
    ...(present.password === saved.password && { password: '' }),
  };
}

export function faultsOf(form: Form, settings: Settings, isSignedIn: boolean, purpose: Purpose): Faults {
  const address = parseAddress(form.address);
  const hasPassword = form.password !== '' || (isSaved(form, settings) && (isSignedIn || purpose === 'save'));
  return {
    ...('problem' in address && { address: t(address.problem, VENDOR_ADDRESS) }),
    ...fault('userName', userNameFault(form.userName)),
    ...fault('password', !hasPassword && 'password_empty'),
    ...fault('platforms', purpose === 'save' && form.platforms.length === 0 && 'my_platforms_empty'),
  };
}

/** Told while it is typed: Basic authentication has no place for a colon in a user name. */
export function colonFault({ userName }: Form): Faults {
  return userName.includes(':') ? { userName: t('user_name_colon') } : {};
}

function userNameFault(userName: string): MessageKey | false {
  if (userName.trim() === '') return 'user_name_empty';
  return userName.includes(':') && 'user_name_colon';
}

function fault(field: keyof Form, message: MessageKey | false): Faults {
  return message ? { [field]: t(message) } : {};
}
