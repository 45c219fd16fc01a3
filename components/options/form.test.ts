import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/analyses/settings.ts';
import { VENDOR_ADDRESS } from '@/utils/spectra/account.ts';
import { accountOf, colonFault, faultsOf, formOf, isChanged, tidied } from './form.ts';

vi.mock('@/utils/browser/i18n.ts', () => ({ t: (key: string) => key }));

const account = { address: VENDOR_ADDRESS, userName: 'u/company/user' };
const settings: Settings = { ...DEFAULT_SETTINGS, account, platforms: ['windows11'] };
const unset: Settings = { ...settings, account: null };

describe('the form of the options', () => {
  it('starts with the vendor’s address and is unchanged', () => {
    expect(formOf(unset)).toMatchObject({ address: VENDOR_ADDRESS, userName: '', password: '' });
    expect(isChanged(formOf(unset), unset)).toBe(false);
    expect(isChanged(formOf(settings), settings)).toBe(false);
  });

  it.each([{ userName: 'u/b/c' }, { password: 'x' }, { keep: 'device' as const }, { platforms: [] }])(
    'is changed by %o',
    (part) => expect(isChanged({ ...formOf(settings), ...part }, settings)).toBe(true),
  );

  it('names the account by origin, without the space around it', () => {
    const form = { ...formOf(unset), address: ' https://Spectra.example.test/ ', userName: ' u/a/b ' };
    expect(accountOf(form)).toEqual({ address: 'https://spectra.example.test', userName: 'u/a/b' });
  });

  it('says all that is missing at once', () => {
    const form = { ...formOf(unset), address: 'http://example.test', platforms: [] };
    expect(faultsOf(form, unset, false, 'save')).toEqual({
      address: 'address_not_secure',
      userName: 'user_name_empty',
      password: 'password_empty',
      platforms: 'my_platforms_empty',
    });
  });

  it('refuses a colon in the user name, while it is typed', () => {
    const form = { ...formOf(settings), userName: 'u/a:b', password: 'x' };
    expect(colonFault(form)).toEqual({ userName: 'user_name_colon' });
    expect(faultsOf(form, settings, true, 'test')).toEqual({ userName: 'user_name_colon' });
  });

  it('needs no password for the account that is set: to test it where it is kept, to save always', () => {
    const form = formOf(settings);
    expect(faultsOf(form, settings, true, 'test')).toEqual({});
    expect(faultsOf(form, settings, false, 'save')).toEqual({});
    expect(faultsOf(form, settings, false, 'test')).toEqual({ password: 'password_empty' });
  });

  it('needs the password of another account', () => {
    const form = { ...formOf(settings), userName: 'u/company/other' };
    expect(faultsOf(form, settings, true, 'save')).toEqual({ password: 'password_empty' });
  });
});

describe('after a save', () => {
  const saved = { ...formOf(settings), address: 'a.test', userName: ' u/a ', password: 'p' };
  const account = { address: 'https://a.test', userName: 'u/a' };

  it('the fields hold what is kept, and the password is empty', () => {
    expect(tidied(saved, saved, account)).toEqual({ ...saved, ...account, password: '' });
  });

  it('what was typed meanwhile stays', () => {
    const typed = { ...saved, password: 'next' };
    expect(tidied(typed, saved, account)).toEqual({ ...typed, ...account });
  });
});
