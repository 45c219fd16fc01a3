import { z } from 'zod';
import { parseBasicAuth } from './basic-auth.ts';

const PRODUCTS = ['TCA-0106', 'TCA-0207', 'TCA-0403', 'TCA-9999'] as const;

export type Product = (typeof PRODUCTS)[number];

/** `forbidden` lists the APIs that the account has no right to: each answers 403. */
export const accountSchema = z.strictObject({
  user: z.string().regex(/^[^:]+$/, 'A user name has no colon and is not empty.'),
  password: z.string(),
  forbidden: z.array(z.enum(PRODUCTS)).default([]),
});

export type AccountInput = z.input<typeof accountSchema>;
type Account = z.output<typeof accountSchema>;

export const DEMO_ACCOUNT = { user: 'u/demo/analyst', password: 'demo' } satisfies AccountInput;

export function createAccounts(initial: readonly AccountInput[]) {
  const accounts = new Map<string, Account>();

  function add(input: AccountInput): void {
    const account = accountSchema.parse(input);
    accounts.set(account.user, account);
  }

  function reset(): void {
    accounts.clear();
    for (const account of initial) add(account);
  }

  reset();
  return {
    /** Adds an account, or replaces the one of that name. */
    add,
    /** False where there is no such account. */
    remove: (user: string): boolean => accounts.delete(user),
    /** Takes the right to these APIs away, and gives back the right to all others. */
    forbid(user: string, forbidden: readonly Product[]): void {
      const account = accounts.get(user);
      if (account === undefined) throw new Error(`There is no account ${user}.`);
      accounts.set(user, { ...account, forbidden: [...forbidden] });
    },
    /** The accounts without their passwords. */
    list: () => [...accounts.values()].map(({ user, forbidden }) => ({ user, forbidden })),
    /** The account that an `Authorization` header signs in, or null. */
    authenticate(header: string | undefined): { user: string; forbidden: readonly Product[] } | null {
      const credentials = parseBasicAuth(header);
      const account = accounts.get(credentials?.user ?? '');
      return account !== undefined && account.password === credentials?.password ? account : null;
    },
    reset,
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
