import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser } from './browsers.ts';

describe('findBrowser', () => {
  beforeEach(() => {
    vi.stubEnv('CHROMIUM_PATH', undefined);
    vi.stubEnv('FIREFOX_PATH', undefined);
  });
  afterEach(() => vi.unstubAllEnvs());

  it('takes the program that the environment names', () => {
    vi.stubEnv('FIREFOX_PATH', process.execPath);
    expect(findBrowser('firefox')).toBe(process.execPath);
  });

  it('refuses a named program that is not there, instead of taking another', () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
    expect(() => findBrowser('chromium')).toThrow('CHROMIUM_PATH names /nowhere/chromium');
  });

  it.runIf(process.platform === 'linux')('finds nothing on an empty path', () => {
    vi.stubEnv('PATH', '');
    expect(findBrowser('chromium')).toBeUndefined();
  });
});
