/** A page with one of each thing that can be right-clicked. */
export const INBOX = 'http://inbox.example.test/mail?id=7#top';

export const LINKS = {
  plain: 'http://login.example.test/verify?user=7',
  beyondLatin1: 'http://bad.example.test/日本/ü?q=😀#ключ',
  idn: 'https://bücher.example.test/',
  long: `https://bad.example.test/?q=${'x'.repeat(8000 - 'https://bad.example.test/?q='.length)}`,
  userInfo: 'https://analyst:hunter2@bad.example.test/',
  wrapped: `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent('http://login.example.test/verify?user=7')}&data=05%7C02%7C&sdata=x&reserved=0`,
  mail: 'mailto:someone@example.test',
  secret: 'http://shop.example.test/reset-password?token=8f14e45fceea167a5a36dedd4bea2543&lang=en',
} as const;

export const IMAGE = 'http://inbox.example.test/picture.png';
export const FRAME = 'http://inbox.example.test/frame';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function link(id: keyof typeof LINKS): string {
  return `<p><a id="${id}" href="${LINKS[id]}">A link of kind ${id}</a></p>`;
}

const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Inbox</title>
<style>body { font: 16px sans-serif; margin: 40px } img { width: 120px; height: 80px; background: #888 }</style>
<h1 id="heading">Inbox</h1>
${(Object.keys(LINKS) as (keyof typeof LINKS)[]).map(link).join('\n')}
<p><a id="image-link" href="${LINKS.plain}"><img id="linked-image" src="/picture.png" alt="A picture in a link"></a></p>
<p><img id="image" src="/picture.png" alt="A picture"></p>
<iframe id="frame" src="/frame" title="A frame"></iframe>
</html>`;

/** A report as analysts write them: one paragraph with one URL, and one with several and what is none. */
export const REPORT = 'http://inbox.example.test/report';

const REPORT_HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Report</title>
<h1>Report</h1>
<p id="one">The mail led to hxxps[:]//login.example[.]test/verify (seen at 12:04).</p>
<p id="several">Also hxxp://parcel.example[.]test/a, hxxp://parcel.example[.]test/b and again
hxxp://parcel.example[.]test/a; write to soc@example.com.</p>
</html>`;

export const PAGES = {
  [REPORT]: REPORT_HTML,
  [new URL(INBOX).href.replace(/#.*/, '')]: HTML,
  [IMAGE]: { type: 'image/png', body: PNG },
  [FRAME]: '<!doctype html><title>Frame</title><p id="inside">Text in a frame</p>',
};
