/** What Markdown, or a ticket system, could take for more than text, as text. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]()#|!~@]/g, '\\$&');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** `2026-11-24T12:01:04Z`. */
export function utc(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
