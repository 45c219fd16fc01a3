import type { Gate } from '@/utils/analyses/gate.ts';
import { KEYS } from '@/utils/analyses/keys.ts';
import { withPolicy } from '@/utils/analyses/policy.ts';
import {
  DEFAULT_SETTINGS,
  type Preferences,
  type Settings,
  settingsSchema,
} from '@/utils/analyses/settings.ts';
import type { Account, Credentials } from '@/utils/spectra/account.ts';
import type { StoreOptions } from './area.ts';
import { credentialsOf, parseOr } from './parse.ts';
import { policyIn, readPolicy } from './policy.ts';

/** How the gate of an account is read and written, the lock being held. */
export interface GateAccess {
  read: (account: Account) => Promise<Gate>;
  write: (account: Account, gate: Gate) => Promise<void>;
}

/** What the user set, and the password. */
export function createSettingsStore(
  { local, session, managed, locks, arm }: Omit<StoreOptions, 'now'>,
  { read, write }: GateAccess,
) {
  /** What the user set; the only ones that are ever written. */
  async function saved(): Promise<Settings> {
    return parseOr(settingsSchema, (await local.get([KEYS.settings]))[KEYS.settings], DEFAULT_SETTINGS);
  }

  return {
    /** The settings that hold. */
    async settings(): Promise<Settings> {
      const [mine, policy] = await Promise.all([saved(), policyIn(managed)]);
      return withPolicy(mine, policy);
    },

    /** The same by the policy of this moment: what is sent can't be called back. */
    async settingsNow(): Promise<Settings> {
      const [mine, policy] = await Promise.all([saved(), readPolicy(managed)]);
      return withPolicy(mine, policy);
    },

    isHeld: async () => (await local.get([KEYS.hold]))[KEYS.hold] === true,
    hold: (isHeld: boolean): Promise<void> =>
      locks.request('store', async () => {
        await arm();
        await local.set({ [KEYS.hold]: isHeld });
      }),

    /** The account that is set with its password, or null where either is not there. */
    async credentials(): Promise<Credentials | null> {
      const kept = await saved();
      const area = kept.keep === 'device' ? local : session;
      return credentialsOf(kept, (await area.get([KEYS.credentials]))[KEYS.credentials]);
    },

    /** Keeps what concerns neither account nor password. */
    savePreferences: (changed: Partial<Preferences>): Promise<void> =>
      locks.request('store', async () => {
        await arm();
        await local.set({ [KEYS.settings]: { ...(await saved()), ...changed } });
      }),

    /**
     * Keeps settings and password. The password is kept together with the account that it was typed for, so that a save
     * which dies half-way can't join it to another address; it leaves the place where it is no longer to be kept.
     * @param gate what the save means for the account's gate; done first, since a new password must not wait behind an old refusal
     */
    saveSettings(
      changed: Pick<Settings, 'account' | 'keep' | 'platforms'>,
      password: string | null,
      gate: { account: Account; change: (gate: Gate) => Gate } | null = null,
    ): Promise<void> {
      const { account, keep } = changed;
      const credentials =
        account && password !== null ? { [KEYS.credentials]: { ...account, password } } : null;
      return locks.request('store', async () => {
        await arm();
        if (gate) await write(gate.account, gate.change(await read(gate.account)));
        const next: Settings = { ...(await saved()), ...changed };
        if (keep === 'device' && credentials) {
          await local.set({ [KEYS.settings]: next, ...credentials });
          return session.remove([KEYS.credentials]);
        }
        await (credentials ? session.set(credentials) : session.remove([KEYS.credentials]));
        await local.remove([KEYS.credentials]);
        await local.set({ [KEYS.settings]: next });
      });
    },
  };
}
