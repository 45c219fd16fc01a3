/** The demo's mail with suspicious links. All hosts end in `.test`, which leads nowhere. */
export const DEMO_PAGE = 'http://inbox.example.test/';

const DEMO_LINKS = {
  parcel: 'http://parcel-tracking.example.test/malicious/confirm?id=84213',
  invoice: 'https://invoices.example.test/view/2026-11?file=invoice.pdf.html',
  idn: 'https://bücher-prämie.example.test/gewinn',
  // By these words the emulator knows what it finds: malicious on Windows only, and nothing, since it did not run.
  voucher: 'https://voucher.example.test/cloaking/offer',
  files: 'http://files.example.test/not-run/7',
} as const;

const LINES: [id: keyof typeof DEMO_LINKS, from: string, text: string][] = [
  ['parcel', 'Parcel Service', 'Your parcel could not be delivered. Confirm your address'],
  ['invoice', 'Accounts', 'Overdue invoice attached. View the invoice'],
  ['idn', 'Buchprämie', 'Sie haben gewonnen. Prämie abholen'],
  ['voucher', 'Shop', 'Your voucher is waiting. Claim it'],
  ['files', 'File share', 'A file was shared with you'],
];

export const DEMO_PAGES = {
  [DEMO_PAGE]: `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Inbox: suspicious mail</title>
<style>
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { max-width: 42rem; margin: 3rem auto; padding: 0 1rem }
  li { list-style: none; padding: .75rem 0; border-bottom: 1px solid #8884 }
  ul { padding: 0 }
  b { display: block }
</style>
<h1>Suspicious mail</h1>
<p>Right-click a link and choose <b>Detonate link</b>, or open Detonate from the toolbar. Do not follow the links: they lead nowhere.</p>
<ul>
${LINES.map(([id, from, text]) => `<li><b>${from}</b><a id="${id}" href="${DEMO_LINKS[id]}">${text}</a></li>`).join('\n')}
</ul>
</html>`,
};
