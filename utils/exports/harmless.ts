/** What makes URLs, hosts and texts from outside harmless, before they stand in a file that others open. */
export interface Harmless {
  defangReported: (url: string) => string;
  defangHost: (host: string) => string;
  defangText: (text: string) => string;
}

/** All as it is, for those who chose so. */
export const AS_IT_IS: Harmless = {
  defangReported: same,
  defangHost: same,
  defangText: same,
};

function same(text: string): string {
  return text;
}
