import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { createMenus, type MenuApi, menuChoice, menuEntries } from './menus.ts';

const ELEMENTS = ['link', 'page', 'image', 'video', 'audio', 'frame'] as const;
const CLICK = {
  linkUrl: 'http://link.test/',
  srcUrl: 'http://image.test/',
  pageUrl: 'http://page.test/',
  frameUrl: 'http://frame.test/',
};
const FIELD = {
  link: CLICK.linkUrl,
  page: CLICK.pageUrl,
  image: CLICK.srcUrl,
  video: CLICK.srcUrl,
  audio: CLICK.srcUrl,
  frame: CLICK.frameUrl,
};

function t(key: string, ...substitutions: (string | number)[]): string {
  return [key, ...substitutions].join(' ');
}

describe('the context menu', () => {
  const entries = menuEntries(t, ['windows11', 'linux']);

  it('has an entry for each element, the link before the image, and one for a selection', () => {
    expect(entries.filter(({ parentId }) => !parentId).map(({ id }) => id)).toEqual([
      ...ELEMENTS,
      'selection',
    ]);
  });

  it.each(ELEMENTS)('offers for %s: again, the platforms in their order, all of mine', (element) => {
    const under = entries.filter(({ parentId }) => parentId === element);
    expect(under.filter(({ type }) => type !== 'separator').map(({ id }) => id)).toEqual(
      ['again', ...PLATFORMS, 'mine'].map((choice) => `${element}/${choice}`),
    );
    expect(under.every(({ contexts }) => contexts.join() === element)).toBe(true);
    expect(under[0]?.title).toBe('menu_again platform_windows11_name, platform_linux_name');
  });

  it('has ids that are unique and hold no URL', () => {
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.join()).not.toContain(':');
  });
});

describe('a click', () => {
  it.each(ELEMENTS)('on %s takes the URL of that element', (element) => {
    expect(menuChoice({ ...CLICK, menuItemId: `${element}/linux` })).toEqual({
      origin: element,
      choice: 'linux',
      text: FIELD[element],
    });
  });

  it.each(ELEMENTS)('on %s takes no other URL where that one is missing', (element) => {
    const others = Object.fromEntries(Object.entries(CLICK).filter(([, url]) => url !== FIELD[element]));
    expect(menuChoice({ ...others, menuItemId: `${element}/mine` })?.text).toBe('');
  });

  it.each(['link', 'link/', 'link/windows95', 'popup/linux', 'x/again', 7])(
    'with the id %s is none of ours',
    (menuItemId) => {
      expect(menuChoice({ ...CLICK, menuItemId })).toBeUndefined();
    },
  );
});

describe('menus that a background died over', () => {
  /** The browser's menus, which outlive the background; `creates` of them are made before it dies. */
  function browserMenus() {
    const ids = new Set<string>();
    const api = (creates = Number.POSITIVE_INFINITY): MenuApi => {
      let left = creates;
      return {
        removeAll: async () => ids.clear(),
        create: async ({ id }) => {
          if (left-- <= 0) return new Promise(() => undefined);
          ids.add(id);
        },
        update: async (id) => {
          if (!ids.has(id)) throw new Error(`there is no ${id}`);
        },
      };
    };
    return { ids, api };
  }

  const all = menuEntries(t, []).map(({ id }) => id);

  it.each([0, 1, all.length - 1])('with %i entries are made again by the next one', async (made) => {
    const { ids, api } = browserMenus();
    void createMenus(api(made), t).make([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ids.size).toBe(made);
    await createMenus(api(), t).mend(async () => []);
    expect([...ids]).toEqual(all);
  });

  it('stay as they are where they are whole', async () => {
    const { api } = browserMenus();
    await createMenus(api(), t).make([]);
    await createMenus({ ...api(), removeAll: () => expect.unreachable() }, t).mend(() =>
      expect.unreachable(),
    );
  });
});
