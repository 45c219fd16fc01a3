/** The package has no types of its own, and those of DefinitelyTyped do not know its module. */
declare module 'punycode/punycode.es6.js' {
  /** @throws RangeError where it is no Punycode */
  export function decode(input: string): string;
}
