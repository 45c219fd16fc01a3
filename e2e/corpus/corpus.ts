import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text as a user meets it, and the bytes that must reach the service for it. */
export interface Case {
  text: string;
  href: string;
}

interface WptCase {
  input: string;
  base?: string | null;
  href?: string;
  failure?: boolean;
}

function folder(): string {
  const { CORPUS } = process.env;
  if (!CORPUS) throw new Error('Set CORPUS to the folder that holds malicious.txt and wpt-urltestdata.json.');
  return CORPUS;
}

function read(name: string): string {
  return readFileSync(join(folder(), name), 'utf8');
}

/** One URL a line. */
export function malicious(): Case[] {
  return lines('malicious.txt').map((text) => ({ text, href: new URL(text).href }));
}

/** URLs that people clicked or posted, as they are; one a line. */
export function posted(): string[] {
  return lines('mixed.txt');
}

/** Addresses of well-known sites, one a line. */
export function wellKnown(): string[] {
  return lines('benign-top.txt');
}

/** A text of a report line by line: as it was published, and refanged. */
export function reported(): { defanged: string; fanged: string }[] {
  const fanged = read('ioc-fanger-fanged.txt').split('\n');
  return read('ioc-fanger-defanged.txt')
    .split('\n')
    .map((line, place) => ({ defanged: line, fanged: fanged[place] ?? '' }));
}

function lines(name: string): string[] {
  return read(name)
    .split('\n')
    .filter((line) => line.trim());
}

/** The cases of the URL standard's own tests that give an http(s) URL, by the href that those tests demand. */
export function wpt(): Case[] {
  return wptCases().flatMap(({ input, base, href, failure }) =>
    !failure && href && /^https?:/.test(href) ? { text: base ? href : input, href } : [],
  );
}

/** Those that give a URL of another scheme. */
export function wptOthers(): string[] {
  return wptCases().flatMap(({ failure, href }) => (!failure && href && !/^https?:/.test(href) ? href : []));
}

function wptCases(): WptCase[] {
  return (JSON.parse(read('wpt-urltestdata.json')) as (string | WptCase)[]).filter(
    (one) => typeof one === 'object',
  );
}

/** A real response body, from the folder beside. */
export function sample(name: string): string {
  return readFileSync(join(folder(), '..', 'api-samples', name), 'utf8');
}

/** Strings that break user interfaces. */
export function naughty(): string[] {
  return JSON.parse(read('naughty-strings.json')) as string[];
}
