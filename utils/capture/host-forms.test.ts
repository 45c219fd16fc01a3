import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostForms } from './host-forms.ts';

/** What is said about a host as a person writes it. */
function formsOf(host: string) {
  return hostForms(new URL(`http://${host}/`).hostname);
}

function imitatedBy(host: string): string[] {
  return formsOf(host).hints.flatMap((hint) => (hint.kind === 'imitates' ? [hint.brand] : []));
}

describe('both forms', () => {
  it.each([
    ['xn--80ak6aa92e.test', 'аррӏе.test'],
    ['xn--bcher-kva.example', 'bücher.example'],
    ['www.xn--bcher-kva.example.', 'www.bücher.example.'],
    ['xn--r8jz45g.xn--zckzah', '例え.テスト'],
    ['xn--fa-hia.example', 'faß.example'],
    ['xn--mgba3gch31f060k.test', 'نامه\u200cای.test'],
  ])('%s is %s', (ascii, unicode) => {
    expect(hostForms(ascii)).toMatchObject({ ascii, unicode });
  });

  it.each([
    'example.test',
    '192.0.2.1',
    '[2001:db8::1]',
    'localhost',
    '',
    // No Punycode, and what is none that a host may have: `BÜCHER` in capitals, a name that would be plain ASCII.
    'xn--99999999.test',
    'xn--.test',
    'xn--BCHER-KVA.test',
    'xn--BCHER-0ra.test',
    'xn--abc-.test',
    // Too long for a name server.
    new URL(`http://${'жы'.repeat(50)}.test`).hostname,
  ])('%s has one', (ascii) => {
    expect(hostForms(ascii)).toEqual({ ascii, hints: [] });
  });
});

describe('imitation of a brand', () => {
  it.each([
    // https://www.xudongz.com/blog/2017/idn-phishing/
    ['xn--80ak6aa92e.test', 'apple'],
    // Gabrilovich and Gontmakher, The Homograph Attack, 2002: Cyrillic с and о.
    ['miсrоsоft.test', 'microsoft'],
    // The Shmoo Group, 2005: Cyrillic а.
    ['www.pаypal.test', 'paypal'],
    ['xn--pypal-4ve.test', 'paypal'],
    ['раураӏ.test', 'paypal'],
    // 2016, in the referrers of web statistics: small capital G.
    ['ɢoogle.test', 'google'],
    // 2017: ad with a dot below, which spread a trojan.
    ['get.adoḅe.test', 'adobe'],
    // 2018
    ['bịṇạnce.test', 'binance'],
    ['myetherwaḷḷet.test', 'myetherwallet'],
    // 2023: an advertisement on a search engine.
    ['ķeepass.test', 'keepass'],
    ['verified.twıtter.test', 'twitter'],
    ['faceßook.test', 'facebook'],
    ['googlе-login.example', 'google'],
    ['secure‐аpple.example', 'apple'],
    ['ԝһаtѕарр.test', 'whatsapp'],
    ['αррlε.test', 'apple'],
    ['lіnkedіn.test', 'linkedin'],
    ['gооgle.test', 'google'],
    ['ցoogle.test', 'google'],
    ['Ꮋsbc.test', 'hsbc'],
    ['ｍicrоsoft.test', 'microsoft'],
    ['blockchаin.test', 'blockchain'],
    ['netfӏіх.test', 'netflix'],
    ['tеlegram.test', 'telegram'],
  ])('%s imitates %s', (host, brand) => {
    expect(imitatedBy(host)).toEqual([brand]);
  });

  it.each([
    ['rnicrosoft.test', 'microsoft'],
    ['g00gle.test', 'google'],
    ['paypa1.test', 'paypal'],
    ['PAYPAI.test', 'paypal'],
    ['login.paypa1-secure.example', 'paypal'],
    ['micr0s0ft-0nline.example', 'microsoft'],
    ['offlce365.test', 'office365'],
    ['stearncommunity.test', 'steamcommunity'],
    ['vvellsfargo.test', 'wellsfargo'],
    ['arnazon.example', 'amazon'],
    ['dropb0x.example.test', 'dropbox'],
    ['clocusign.test', 'docusign'],
    ['1cloud.test', 'icloud'],
    ['icioud.test', 'icloud'],
    ['dh1.test', 'dhl'],
  ])('%s, which is ASCII, imitates %s', (host, brand) => {
    expect(imitatedBy(host)).toEqual([brand]);
  });

  it('is told once for each brand', () => {
    expect(imitatedBy('paypa1.paypаl-g00gle.test')).toEqual(['paypal', 'google']);
  });

  it.each([
    // Spelt as it is: no look-alike.
    'apple-pie.example',
    'paypal.test',
    'paypal.com.evil.test',
    'microsoft-login.example',
    // A brand's own.
    'g00gle.google.com',
    'www.paypa1.paypal.com',
    'paypa1.amazon.co.uk.',
    // Of other words, or more than the brand.
    'pineapp1e.test',
    'stearns.test',
    'über.example',
    'äpple.example',
    'zeile-1.example',
    'expédia.example',
    'modern.example',
    'dti.test',
    'xn--bcher-kva.example',
    'пример.испытание',
    '192.0.2.1',
    '[2001:db8::1]',
  ])('%s imitates none', (host) => {
    expect(imitatedBy(host)).toEqual([]);
  });

  it('is no privilege of what ends like a brand’s domain', () => {
    expect(imitatedBy('paypa1.notpaypal.com')).toEqual(['paypal']);
    expect(imitatedBy('paypal.com.paypa1.test')).toEqual(['paypal']);
  });
});

describe('scripts', () => {
  it.each([
    ['pаypal.test', ['Latn', 'Cyrl']],
    ['αpple.test', ['Grek', 'Latn']],
    ['oփo.test', ['Latn', 'Armn']],
    ['москвαа.test', ['Cyrl', 'Grek']],
    ['例えไทย.test', ['Hani', 'Hira', 'Thai']],
    ['サイ한국.test', ['Kana', 'Hang']],
    ['vip-ไทย.test', ['Latn', 'Thai']],
  ])('mix in %s', (host, scripts) => {
    expect(formsOf(host).hints).toContainEqual({ kind: 'mixedScripts', scripts });
  });

  it.each([
    'bücher.example',
    'łódź.example',
    'москва-2024.example',
    'tokyo東京タワーへ.example',
    'lineㄅㄆ台灣.example',
    'samsung삼성三星.example',
    'ไทย.example',
    'παράδειγμα.example',
    'مثال.example',
    'उदाहरण.example',
    // One each in a host is what all names under .com of other scripts have.
    '例え.москва.example',
  ])('do not in %s', (host) => {
    expect(formsOf(host).hints).toEqual([]);
  });
});

describe('a label of another script', () => {
  it('reads as Latin where each letter does', () => {
    expect(formsOf('ѕсоре-1.example').hints).toEqual([{ kind: 'readsAsLatin', latin: 'scope-1' }]);
    expect(formsOf('αχιον.example').hints).toEqual([{ kind: 'readsAsLatin', latin: 'axiov' }]);
    expect(formsOf('հօո.example').hints).toEqual([{ kind: 'readsAsLatin', latin: 'hon' }]);
  });

  it.each(['москва.example', 'ѕсоре.испытание', '123.example', 'аррӏе.test'])('does not in %s', (host) => {
    expect(formsOf(host).hints.map(({ kind }) => kind)).not.toContain('readsAsLatin');
  });
});

describe('characters', () => {
  it('that are not seen', () => {
    expect(formsOf('نامه\u200cای.example').hints).toEqual([{ kind: 'invisible' }]);
    expect(formsOf('exam\u2800ple.example').hints).toContainEqual({ kind: 'invisible' });
  });

  it('that pass for what ends a host or a label', () => {
    const of = (characters: string[]) => [{ kind: 'punctuation', characters }];
    expect(formsOf('example.test⁄login⁄.invalid').hints).toEqual(of(['⁄']));
    expect(formsOf('example.test∕a.invalid').hints).toEqual(of(['∕']));
    expect(formsOf('exampleノa.invalid').hints).toEqual(of(['ノ']));
    expect(formsOf('キノコ.invalid').hints).toEqual([]);
  });
});

describe('whatever comes', () => {
  const letters = fc.constantFrom(...'abclmnorvw015-абеорсхαορօոßıéä東京アひ한ก\u0301');
  const host = fc
    .array(fc.array(letters, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 4 })
    .map((labels) => labels.map((label) => label.join('')).join('.'))
    .filter((text) => URL.canParse(`http://${text}`));

  it('is said without a throw, its ASCII form as it is', () => {
    const punycode = fc.stringMatching(/^(?:xn--[a-z0-9-]{0,20}\.?){1,4}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), punycode, fc.webUrl()), (text) => {
        expect(hostForms(text).ascii).toBe(text);
      }),
    );
  });

  it('has a Unicode form that is the same host', () => {
    fc.assert(
      fc.property(host, (text) => {
        const { ascii, unicode } = formsOf(text);
        expect(new URL(`http://${unicode ?? ascii}`).hostname).toBe(ascii);
        expect(unicode === undefined).toBe(!/(^|\.)xn--/.test(ascii));
      }),
    );
  });

  it('takes time that grows with its length only', () => {
    const texts = ['xn--80ak6aa92e.', 'a-', '-', 'rn', 'ノ', 'xn--', 'ж'].map((part) =>
      part.repeat(200_000 / part.length),
    );
    const start = process.cpuUsage();
    for (const text of texts) hostForms(text);
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(2_000);
  });
});
