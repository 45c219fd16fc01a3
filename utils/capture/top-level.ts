import tlds from 'tlds/index.json' with { type: 'json' };

/** What the root zone holds, and the one beside it that malware uses. */
const TOP_LEVEL: ReadonlySet<string> = new Set([...tlds, 'onion']);

/** Countries' and other ends that files have, too: `install.sh` is one, `get.install.sh` a host. */
const FILE_ENDINGS: ReadonlySet<string> = new Set('do md mov ps py rs sh so zip'.split(' '));

/** Words of programmers and makers that end as hosts do, by that end. */
const NO_HOSTS: Readonly<Record<string, readonly string[]>> = {
  net: ['ado', 'asp', 'vb', 'system'],
  io: ['socket', 'system'],
};

/** Those that a person writes with spaces around the dot; most others are words: `in`, `it`, `me`, `so`. */
const SPACED: ReadonlySet<string> = new Set('biz cn com info io net org ru top xyz'.split(' '));

/** Whether a host could end in this label. */
export function isTopLevel(label: string): boolean {
  const lower = label.toLowerCase();
  return TOP_LEVEL.has(lower) || lower.startsWith('xn--');
}

/** Whether `evil . com` may be meant, where this is what stands behind the dot. */
export function isSpacedTopLevel(label: string): boolean {
  return SPACED.has(label.toLowerCase());
}

/** Whether names joined by dots are a host where nothing else says so: neither a scheme nor that they are defanged. */
export function isBareDomain(labels: readonly string[]): boolean {
  const last = labels.at(-1) ?? '';
  if (!isTopLevel(last)) return false;
  if (labels.length === 2 && (FILE_ENDINGS.has(last.toLowerCase()) || isNoHost(labels))) return false;
  // `System.IO`, `sentence.It`: a host is written in one case, or as `Evil.Com` is.
  return (
    last === last.toLowerCase() || last === 'Com' || labels.every((label) => label === label.toUpperCase())
  );
}

function isNoHost([name = '', end = '']: readonly string[]): boolean {
  return NO_HOSTS[end.toLowerCase()]?.includes(name.toLowerCase()) ?? false;
}
