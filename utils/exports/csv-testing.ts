/** The cells of a text by RFC 4180, read strictly: each row ends with CR LF, quotes stand around a cell or twice in it. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { cell, end } = text[at] === '"' ? quoted(text, at + 1) : plain(text, at);
    row.push(cell);
    if (text[end] === ',') {
      at = end + 1;
      if (at < text.length) continue;
      throw new Error('the last row does not end');
    }
    if (text.slice(end, end + 2) !== '\r\n') throw new Error(`no end of a cell at ${end}`);
    rows.push(row);
    row = [];
    at = end + 2;
  }
  return rows;
}

function quoted(text: string, start: number): { cell: string; end: number } {
  let cell = '';
  for (let at = start; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') cell += text[at++];
    else return { cell, end: at + 1 };
  }
  throw new Error('a quote is not closed');
}

function plain(text: string, start: number): { cell: string; end: number } {
  let end = start;
  while (end < text.length && !',\r\n"'.includes(text.charAt(end))) end++;
  return { cell: text.slice(start, end), end };
}
