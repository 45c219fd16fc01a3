import { describe, expect, it } from 'vitest';
import type { Draft } from '@/utils/analyses/draft.ts';
import { draftKey } from '@/utils/analyses/keys.ts';
import { createTestWorld, rest } from './testing/world.ts';

const WRAPPED =
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fbad.test%2Fa&data=05%7C02&sdata=x&reserved=0';

async function outcomeOf(
  act: (background: ReturnType<ReturnType<typeof createTestWorld>['start']>) => Promise<void>,
) {
  const { state, session, store, start } = createTestWorld();
  await act(start());
  await rest();
  const [page = ''] = state.opened;
  const draft = session.items[draftKey(page.replace('draft ', ''))] as Draft | undefined;
  return { state, draft, hrefs: (await store.recent()).map(({ href }) => href), store };
}

const select = (selectionText: string) =>
  outcomeOf((background) => background.menuClicked({ menuItemId: 'selection', selectionText }));

describe('a selected text', () => {
  it.each([
    ['hxxps://evil[.]test/a', 'https://evil.test/a'],
    ['See hxxp://evil[.]example[.]com/login, please.', 'http://evil.example.com/login'],
    ['(https://evil.test/a_(b))', 'https://evil.test/a_(b)'],
    ['evil[.]example[.]com', 'http://evil.example.com/'],
    ['https://evil.test/ and https://evil.test/ again', 'https://evil.test/'],
  ])('with one URL goes: %s', async (text, href) => {
    const { hrefs, state } = await select(text);
    expect(new Set(hrefs)).toEqual(new Set([href]));
    expect(state.opened).toEqual([]);
  });

  it.each([
    'hxxp://one[.]test/ hxxp://two[.]test/',
    'no address at all',
    'reported by analyst@corp.com, see https://evil.test/',
    WRAPPED,
    '',
  ])('with several, none or doubt becomes a draft, and nothing is sent: %s', async (text) => {
    const { hrefs, draft, state } = await select(text);
    expect(hrefs).toEqual([]);
    expect(state.posts).toEqual([]);
    expect(draft).toMatchObject({ origin: 'selection', text });
    expect(draft?.platforms).toHaveLength(5);
  });
});

describe('a link', () => {
  it('that a mail gateway wrapped becomes a draft with the platform that was chosen', async () => {
    const { draft, hrefs } = await outcomeOf((background) =>
      background.menuClicked({ menuItemId: 'link/linux', linkUrl: WRAPPED }),
    );
    expect(hrefs).toEqual([]);
    expect(draft).toEqual({ origin: 'link', text: WRAPPED, platforms: ['linux'] });
  });
});

describe('the address bar', () => {
  it('sends one URL on my platforms, with its origin', async () => {
    const { hrefs, store } = await outcomeOf((background) =>
      background.omniboxEntered('hxxps://evil[.]test/a'),
    );
    expect(hrefs).toHaveLength(5);
    expect((await store.recent())[0]).toMatchObject({ origin: 'omnibox', href: 'https://evil.test/a' });
  });

  it('keeps what is not understood as a draft', async () => {
    const { draft } = await outcomeOf((background) => background.omniboxEntered('what is this'));
    expect(draft).toMatchObject({ origin: 'omnibox', text: 'what is this' });
  });

  it('of a private window captures privately, as a draft too', async () => {
    const { store } = await outcomeOf((background) => background.omniboxEntered('https://evil.test/', true));
    expect((await store.recent()).every(({ isPrivate, id }) => isPrivate && id.endsWith('~'))).toBe(true);
    const { draft } = await outcomeOf((background) => background.omniboxEntered('a b', true));
    expect(draft?.isPrivate).toBe(true);
  });
});

describe('what Enter would do there', () => {
  const hint = (text: string) => createTestWorld().start().omniboxHint(text);

  it('is said of one URL, defanged, with the platforms', async () => {
    expect(await hint('hxxp://evil[.]test/a')).toMatch(
      /^omnibox_goes hxxp\[:\]\/\/evil\[\.\]test\/a platform_windows11_name, /,
    );
  });

  it.each([
    ['', 'omnibox_hint'],
    ['  ', 'omnibox_hint'],
    ['a b', 'omnibox_look'],
    ['http://a.test http://b.test', 'omnibox_look'],
    [WRAPPED, 'omnibox_look'],
  ])('is said of %j', async (text, words) => {
    expect(await hint(text)).toBe(words);
  });
});

describe('the key for this page', () => {
  it('sends it on my platforms', async () => {
    const { hrefs, store } = await outcomeOf((background) =>
      background.pageKeyPressed('https://evil.test/p'),
    );
    expect(new Set(hrefs)).toEqual(new Set(['https://evil.test/p']));
    expect((await store.recent())[0]?.origin).toBe('shortcut');
  });

  it.each(['', 'about:addons', 'chrome://settings/'])('says why a page can’t be sent: %s', async (url) => {
    const { state, hrefs } = await outcomeOf((background) => background.pageKeyPressed(url));
    expect(hrefs).toEqual([]);
    expect(state.notices.map(({ id }) => id)).toEqual(['refused']);
  });
});
