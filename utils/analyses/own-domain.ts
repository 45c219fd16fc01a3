/** A host and nothing else: what `URL` would take from elsewhere in a URL, or leave out, is none. */
export function isDomain(text: string): boolean {
  const name = text.replace(/^\*?\./, '');
  if (/[\s/\\?#@:*%]/.test(name)) return false;
  const host = URL.parse(`http://${name}/`)?.hostname ?? '';
  return host !== '' && !host.startsWith('.') && !host.includes('..');
}
