import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Result, RunOptions } from 'axe-core';
import type { View } from './driver.ts';

declare const axe: typeof import('axe-core');

/** A function with axe-core's source as its body, which the drivers send as text. */
const DEFINE_AXE = new Function(
  readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
) as () => void;

/** WCAG 2.x at levels A and AA, and what axe holds to be good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core finds wrong with a page as it stands: a line for each element, with the rule, where it is, and what to do.
 *
 * @param rules `only` these of its rules, or all of {@link TAGS} `but` these
 */
export async function violationsIn(
  view: View,
  rules: { only?: readonly string[]; but?: readonly string[] } = {},
): Promise<string[]> {
  await bringAxe(view);
  const { only, but = [] } = rules;
  const { violations, count } = await view.evaluate(run, {
    runOnly: only ? { type: 'rule', values: [...only] } : { type: 'tag', values: TAGS },
    rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  });
  // A page on which no rule found anything to look at was not looked at.
  if (count === 0) throw new Error(`axe-core found nothing to check at ${await view.url()}`);
  return violations;
}

/** The name by which assistive technology calls the element that has the focus. */
export async function focusedName(view: View): Promise<string> {
  await bringAxe(view);
  return view.evaluate(() => {
    if (!document.activeElement) return '';
    axe.setup();
    try {
      return axe.commons.text.accessibleText(document.activeElement);
    } finally {
      axe.teardown();
    }
  });
}

/** By evaluation of its source: under our CSP, a script tag would silently do nothing. */
async function bringAxe(view: View): Promise<void> {
  if (await view.evaluate(() => 'axe' in globalThis)) return;
  await view.evaluate(DEFINE_AXE);
}

async function run(options: RunOptions): Promise<{ violations: string[]; count: number }> {
  // Colours on their way from one to the other are neither.
  document.documentElement.getBoundingClientRect();
  for (const animation of document.getAnimations()) animation.finish();
  const { violations, passes } = await axe.run(document, options);
  const linesOf = ({ id, nodes }: Result) =>
    nodes.map(({ target, failureSummary = '' }) => {
      const [, ...todo] = failureSummary.split('\n');
      return `${id} at ${target.flat().join(' ')}: ${todo.map((line) => line.trim()).join('; ')}`;
    });
  return { violations: violations.flatMap(linesOf), count: violations.length + passes.length };
}
