import { isPlatform, PLATFORMS, type Platform } from '@/utils/spectra/platforms.ts';
import type { Translate } from './texts.ts';

/** The elements that have an entry, in the order in which a browser lists them: a linked image offers its link first. */
const ELEMENTS = ['link', 'page', 'image', 'video', 'audio', 'frame'] as const;
type Element = (typeof ELEMENTS)[number];

export interface MenuEntry {
  id: string;
  parentId?: string;
  type?: 'normal' | 'separator';
  title?: string;
  contexts: [Element | 'selection'];
  enabled?: boolean;
}

/** The browser's menus, as far as they are used. */
export interface MenuApi {
  removeAll(): Promise<void>;
  create(entry: MenuEntry): Promise<void>;
  update(id: string, change: { title: string; enabled: boolean }): Promise<void>;
}

/** What a click tells: which of the fields is filled depends on the element. */
export interface MenuClick {
  menuItemId: string | number;
  linkUrl?: string;
  srcUrl?: string;
  pageUrl?: string;
  frameUrl?: string;
  selectionText?: string;
  /** In a private window. */
  isPrivate?: true;
}

export type MenuChoice = {
  origin: Element | 'selection';
  text: string;
  choice: 'again' | 'mine' | Platform;
};

/**
 * The context menu. Its structure is made once, on install and at the browser's start (Chromium can lose entries that were
 * created less than a second before it ended), and rebuilt in between only where it is not whole; else only the title of
 * "Again on …" changes.
 */
export function createMenus(api: MenuApi, t: Translate) {
  let last: Promise<void> = Promise.resolve();

  // Two rounds at once would meet each other's ids.
  function inTurn(work: () => Promise<void>): Promise<void> {
    last = last.then(work, work);
    return last;
  }

  async function make(lastPlatforms: readonly Platform[]): Promise<void> {
    await api.removeAll();
    for (const entry of menuEntries(t, lastPlatforms)) await api.create(entry);
  }

  return {
    make: (lastPlatforms: readonly Platform[]) => inTurn(() => make(lastPlatforms)),

    /** Makes all entries where the last one is missing: a background that died while it made them left some. */
    mend: (lastPlatforms: () => Promise<readonly Platform[]>) =>
      inTurn(async () => {
        const { id, title = '' } = menuEntries(t, []).at(-1) ?? { id: '' };
        await api.update(id, { title, enabled: true }).catch(async () => make(await lastPlatforms()));
      }),

    /** Renames "Again on …". Where an entry is gone the browser lost them, and all are made again. */
    retitle: (lastPlatforms: readonly Platform[]) =>
      inTurn(async () => {
        const change = againEntry(t, lastPlatforms);
        try {
          await Promise.all(ELEMENTS.map((element) => api.update(`${element}/again`, change)));
        } catch {
          await make(lastPlatforms);
        }
      }),
  };
}

/** Every entry, parents before children. */
export function menuEntries(t: Translate, lastPlatforms: readonly Platform[]): MenuEntry[] {
  const elements = ELEMENTS.flatMap((element) => {
    const common = { parentId: element, contexts: [element] } satisfies Partial<MenuEntry>;
    const platforms = PLATFORMS.map((id) => ({
      ...common,
      id: `${element}/${id}`,
      title: t(`platform_${id}_name`),
    }));
    return [
      { id: element, title: t(`menu_${element}`), contexts: [element] },
      { ...common, id: `${element}/again`, ...againEntry(t, lastPlatforms) },
      { ...common, id: `${element}/before-platforms`, type: 'separator' },
      ...platforms,
      { ...common, id: `${element}/after-platforms`, type: 'separator' },
      { ...common, id: `${element}/mine`, title: t('menu_mine') },
    ] satisfies MenuEntry[];
  });
  return [...elements, { id: 'selection', title: t('menu_selection'), contexts: ['selection'] }];
}

function againEntry(t: Translate, lastPlatforms: readonly Platform[]): { title: string; enabled: boolean } {
  const names = lastPlatforms.map((id) => t(`platform_${id}_name`)).join(', ');
  return names
    ? { title: t('menu_again', names), enabled: true }
    : { title: t('menu_again_none'), enabled: false };
}

/** What was chosen, with the URL of just the element that the entry names: an empty text where the browser gave none. */
export function menuChoice(click: MenuClick): MenuChoice | undefined {
  if (click.menuItemId === 'selection')
    return { origin: 'selection', choice: 'mine', text: click.selectionText ?? '' };
  const [element, choice] = String(click.menuItemId).split('/');
  const origin = ELEMENTS.find((one) => one === element);
  if (!origin || !(choice === 'again' || choice === 'mine' || isPlatform(choice))) return undefined;
  return { origin, choice, text: urlOf(origin, click) ?? '' };
}

function urlOf(origin: Element, click: MenuClick): string | undefined {
  if (origin === 'link') return click.linkUrl;
  if (origin === 'page') return click.pageUrl;
  if (origin === 'frame') return click.frameUrl;
  return click.srcUrl;
}
