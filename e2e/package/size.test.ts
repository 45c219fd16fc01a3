import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '@/package.json';

const KB = 1000;

/** A page's own HTML, and all scripts and styles that it loads, chunks of chunks too, in bytes as they are. */
function pageSize(folder: string, page: string): number {
  const seen = new Set<string>();
  function follow(file: string): void {
    if (seen.has(file)) return;
    seen.add(file);
    if (!/\.(html|js)$/.test(file)) return;
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, path] of text.matchAll(
      /["'`](?:\.{0,2}\/)?((?:chunks|assets)\/[\w.-]+|[\w.-]+\.(?:js|css))["'`]/g,
    )) {
      for (const candidate of [path, `chunks/${path}`]) {
        if (candidate && statSync(join(folder, candidate), { throwIfNoEntry: false })?.isFile())
          follow(candidate);
      }
    }
  }
  follow(page);
  const counted = [...seen].filter((file) => !file.endsWith('.html'));
  return counted.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

/** How large the chunks with such names are. */
function chunksSize(folder: string, names: RegExp): number {
  const chunks = readdirSync(join(folder, 'chunks')).filter((name) => names.test(name));
  return chunks.reduce((sum, name) => sum + statSync(join(folder, 'chunks', name)).size, 0);
}

describe.each(['chrome', 'firefox'])('the package for %s', (browser) => {
  const folder = `.output/${browser}-mv3`;

  // Six pages and what they export; the vendor's polyfill and zod are a third of the background.
  it('is at most 295 kB zipped', () => {
    const { size } = statSync(`.output/detonate-${version}-${browser}.zip`);
    console.log(`${browser}: zip ${size} bytes`);
    expect(size).toBeLessThanOrEqual(295 * KB);
  });

  // Half of it understands texts and looks for secrets: a service worker can't fetch that when it is needed.
  it('has a background of at most 240 kB', () => {
    const { size } = statSync(join(folder, 'background.js'));
    console.log(`${browser}: background ${size} bytes`);
    expect(size).toBeLessThanOrEqual(240 * KB);
  });

  it('has a popup of at most 140 kB of script and style, and of at most 110 kB more what looks at URLs after the first paint', () => {
    const looker = chunksSize(folder, /^(look|watch)-[\w-]{8}\.js$/);
    const size = pageSize(folder, 'popup.html') - looker;
    console.log(`${browser}: popup ${size} bytes, what looks at URLs ${looker} bytes`);
    expect(size).toBeGreaterThan(10 * KB);
    expect(size).toBeLessThanOrEqual(140 * KB);
    expect(looker).toBeGreaterThan(10 * KB);
    expect(looker).toBeLessThanOrEqual(110 * KB);
    // Nor is it fetched ahead, which would take its time from the first paint.
    const page = readFileSync(join(folder, 'popup.html'), 'utf8');
    expect(page).not.toMatch(/(look|watch)-[\w-]{8}\.js/);
  });

  it('has a page of what is held of at most 205 kB of script and style', () => {
    const size = pageSize(folder, 'held.html');
    console.log(`${browser}: held ${size} bytes`);
    expect(size).toBeLessThanOrEqual(205 * KB);
  });

  it('has a report page of at most 130 kB of script and style', () => {
    const size = pageSize(folder, 'report.html');
    console.log(`${browser}: report ${size} bytes`);
    expect(size).toBeLessThanOrEqual(130 * KB);
  });

  it('has a page of all analyses of at most 195 kB of script and style, what writes and reads files apart', () => {
    const apart = chunksSize(folder, /^(export-text|json)-/);
    const size = pageSize(folder, 'analyses.html') - apart;
    console.log(`${browser}: analyses ${size} bytes`);
    expect(apart).toBeGreaterThan(10 * KB);
    expect(size).toBeLessThanOrEqual(195 * KB);
  });

  it('has a page of many URLs of at most 160 kB of script and style, what reads a text apart', () => {
    const apart = chunksSize(folder, /^(understand|look|watch)-[\w-]{8}\.js$/);
    const size = pageSize(folder, 'capture.html') - apart;
    console.log(`${browser}: capture ${size} bytes`);
    expect(apart).toBeGreaterThan(10 * KB);
    expect(size).toBeLessThanOrEqual(160 * KB);
  });

  it('puts no script on pages', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object;
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('permissions', expect.arrayContaining(['scripting']));
    expect(readdirSync(folder)).not.toContain('content-scripts');
  });
});
