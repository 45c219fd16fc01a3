import { describe, expect, it } from 'vitest';
import { readTyped } from '@/utils/capture/typed.ts';
import { unwrap } from '@/utils/capture/unwrap.ts';
import { chosenTargets, targetsIn, textToSend } from './target.ts';

const inner = 'http://login.test/verify?user=7';
const outer = `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(inner)}&data=1`;
const twice = `https://www.google.com/url?q=${encodeURIComponent(outer)}`;
const looker = { readTyped, unwrap };

describe('what the popup sends', () => {
  it.each([
    ['what is inside, however often it was wrapped', twice, true, inner],
    ['the wrapper where that is meant', outer, false, outer],
    ['what is not wrapped as it was typed', ' login.test/verify ', true, ' login.test/verify '],
    ['several, each unwrapped', `${outer} http://a.test/`, true, `${inner}\nhttp://a.test/`],
    ['what was defanged, as it was typed', 'hxxp://login[.]com/a', true, 'hxxp://login[.]com/a'],
    ['the same but once', `${outer} ${inner}`, true, inner],
    ['what is no URL, to be told so', 'no URL', true, 'no URL'],
  ])('is %s', (_, text, isInner, sent) => {
    expect(textToSend({ text, isInner }, looker)).toBe(sent);
  });

  it('is what is shown', () => {
    const choice = { text: `${twice}\nhttp://b.test`, isInner: true };
    expect(targetsIn(textToSend(choice, looker))).toEqual(chosenTargets(choice, looker));
  });
});
