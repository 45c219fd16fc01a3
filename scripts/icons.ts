/**
 * Renders the icons in public/icon from the drawings in scripts/icons, with an installed Chromium:
 * `node scripts/icons.ts`, where need be with its path in CHROMIUM_PATH.
 */
import { accessSync, constants } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';

const PLAIN = { tile: '#4a3fd0', glyph: '#ffffff' };
const ON_DARK = { tile: '#a59eff', glyph: '#17123d' };

const ICONS = [
  { name: '16', drawing: 'mark-16', size: 16, colours: PLAIN },
  { name: '32', drawing: 'mark-16', size: 32, colours: PLAIN },
  { name: '48', drawing: 'mark', size: 48, colours: PLAIN },
  { name: '128', drawing: 'mark', size: 128, colours: PLAIN },
  { name: '16-on-dark', drawing: 'mark-16', size: 16, colours: ON_DARK },
  { name: '32-on-dark', drawing: 'mark-16', size: 32, colours: ON_DARK },
];

const root = join(import.meta.dirname, '..');

async function render(
  browser: Browser,
  { name, drawing, size, colours }: (typeof ICONS)[number],
): Promise<void> {
  const svg = await readFile(join(root, 'scripts', 'icons', `${drawing}.svg`), 'utf8');
  const page = await browser.newPage();
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>
    body { margin: 0 }
    svg { display: block; width: ${size}px; height: ${size}px }
    .tile { fill: ${colours.tile} }
    .glyph { fill: ${colours.glyph} }
    .slot { fill: none; stroke: ${colours.tile}; stroke-width: ${slotWidth(size)} }
  </style>${svg}`);
  await writeFile(
    join(root, 'public', 'icon', `${name}.png`),
    await page.screenshot({ omitBackground: true }),
  );
  await page.close();
}

/** In units of the drawing. At 16 pixels the slot would only be noise. */
function slotWidth(size: number): number {
  if (size < 32) return 0;
  return size < 48 ? 1 : 7;
}

function findChromium(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'google-chrome', 'chromium-browser', 'microsoft-edge'];
  const paths = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const path = [process.env['CHROMIUM_PATH'], ...paths].find(
    (candidate) => candidate && isExecutable(candidate),
  );
  if (!path) throw new Error('No Chromium was found. Install one, or name it in CHROMIUM_PATH.');
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const browser = await launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
try {
  for (const icon of ICONS) await render(browser, icon);
} finally {
  await browser.close();
}
