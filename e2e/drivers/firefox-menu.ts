import type { Frame, Page } from 'puppeteer-core';
import { pageOf } from './clicked-element.ts';
import type { Display } from './display.ts';
import type { MenuStep } from './driver.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { waitFor } from './wait.ts';

// biome-ignore lint/suspicious/noExplicitAny: Firefox's internals have no types.
type Internal = any;

/** Opens the context menu of an element by a right-click of the protocol's own mouse. */
export async function openMenu(chrome: FirefoxChrome, where: Page | Frame, selector: string): Promise<void> {
  await pageOf(where).bringToFront();
  const element = await where.waitForSelector(selector, { visible: true });
  await element?.click({ button: 'right' });
  await waitForMenu(chrome, 'open');
}

/** Activates the entry with the extension's own id for it, opening what it is in. */
export async function activate(chrome: FirefoxChrome, buttonId: string, itemId: string): Promise<void> {
  await chrome.run(activateItem, `${buttonId}-menuitem-_${itemId}`);
  await waitForMenu(chrome, 'closed');
}

/** The titles of the extension's part of the open menu, which is closed then. */
export async function readTitles(chrome: FirefoxChrome, buttonId: string): Promise<string[]> {
  const titles = await chrome.run(listTitles, `${buttonId}-menuitem-`);
  await chrome.run(hideMenu);
  await waitForMenu(chrome, 'closed');
  return titles;
}

/** Right-clicks what is under the mouse and walks the native menu by the keyboard, entry by entry. */
export async function walkByTitle(
  chrome: FirefoxChrome,
  xdotool: Display['xdotool'],
  title: string,
  path: readonly MenuStep[],
): Promise<void> {
  await xdotool('click', 3);
  try {
    await waitForMenu(chrome, 'open');
    // The extension's entry is the last of the menu, and the first of each level below is selected by itself.
    await select(chrome, xdotool, 0, title, 'Up');
    for (const [index, step] of path.entries()) {
      await xdotool('key', 'Right');
      await waitFor(async () => (await chrome.run(readSelection)).length === index + 2, {
        for: `the submenu with “${step.title}” to open`,
      });
      await select(chrome, xdotool, index + 1, step.title, 'Down');
    }
    await xdotool('key', 'Return');
    await waitForMenu(chrome, 'closed');
  } catch (error) {
    await chrome.run(hideMenu);
    throw error;
  }
}

/** Presses an arrow key until the entry with this title is the selected one of its level. */
async function select(
  chrome: FirefoxChrome,
  xdotool: Display['xdotool'],
  level: number,
  title: string,
  key: 'Up' | 'Down',
): Promise<void> {
  const seen: string[] = [];
  for (;;) {
    const before = (await chrome.run(readSelection))[level];
    if (before === title) return;
    if (before && seen.includes(before))
      throw new Error(`The menu has no “${title}”, but ${seen.join(', ')}`);
    if (before) seen.push(before);
    await xdotool('key', key);
    await waitFor(async () => (await chrome.run(readSelection))[level] !== before, {
      for: `the selection to move from “${before}”`,
    });
  }
}

async function waitForMenu(chrome: FirefoxChrome, state: 'open' | 'closed'): Promise<void> {
  await waitFor(async () => (await chrome.run(readMenuState)) === state, {
    for: `the context menu to be ${state}`,
  });
}

function readMenuState(): string {
  return (document.getElementById('contentAreaContextMenu') as Internal).state;
}

function hideMenu(): void {
  (document.getElementById('contentAreaContextMenu') as Internal).hidePopup();
}

/** The title of the selected entry of each open level, from the menu inwards; null where none is selected. */
function readSelection(): (string | null)[] {
  const titles: (string | null)[] = [];
  let level = document.getElementById('contentAreaContextMenu') as Internal;
  while (level?.state === 'open') {
    const active = level.querySelector(
      ':scope > [_moz-menuactive], :scope > menugroup > [_moz-menuactive]',
    ) as Internal;
    titles.push(active ? active.label || active.id : null);
    level = active?.menupopup;
  }
  return titles;
}

function listTitles(prefix: string): string[] {
  const list = (items: Iterable<Internal>, indent: string): string[] =>
    [...items].flatMap((item) => [
      indent + (item.localName === 'menuseparator' ? '-' : item.label),
      ...(item.menupopup ? list(item.menupopup.children, `${indent}  `) : []),
    ]);
  const menu = document.getElementById('contentAreaContextMenu') as Internal;
  return list(
    [...menu.children].filter((item) => item.id.startsWith(prefix)),
    '',
  );
}

async function activateItem(id: string): Promise<void> {
  const menu = document.getElementById('contentAreaContextMenu') as Internal;
  const item = document.getElementById(id) as Internal;
  if (!item || !menu.contains(item)) throw new Error(`The menu shows no ${id}`);
  const levels: Internal[] = [];
  for (let level = item.parentNode; level !== menu; level = level.parentNode) {
    if (level.localName === 'menu') levels.unshift(level);
  }
  for (const level of levels) {
    const shown = new Promise<void>((resolve) => {
      level.menupopup.addEventListener('popupshown', (event: Event) => {
        if (event.target === level.menupopup) resolve();
      });
    });
    level.openMenu(true);
    await shown;
  }
  item.parentNode.activateItem(item);
}
