import { useEffect, useState } from 'preact/hooks';

/** The addresses of some tabs, and how many of them are gone, or hide theirs. */
interface TabAddresses {
  addresses: string[];
  hidden: number;
}

export interface TabDoors {
  readTabs: (ids: readonly number[]) => Promise<TabAddresses>;
  /** Asks the browser for the permission; called in the click itself. */
  requestTabs: () => Promise<boolean>;
}

const NONE: TabAddresses = { addresses: [], hidden: 0 };

/** Reads the addresses of tabs, once the browser lets us. */
export function useTabs(ids: readonly number[], isAllowed: boolean, { readTabs, requestTabs }: TabDoors) {
  const [{ addresses, hidden }, setRead] = useState(NONE);
  const [isRead, setIsRead] = useState(ids.length === 0);
  const [isRefused, setRefused] = useState(false);

  function read() {
    readTabs(ids).then((found) => {
      setRead(found);
      setIsRead(true);
    });
  }

  useEffect(() => {
    if (isAllowed && !isRead) read();
  }, [isAllowed]);

  return {
    addresses,
    hidden,
    isRead,
    isRefused,
    ask: () => void requestTabs().then((isGranted) => (isGranted ? read() : setRefused(true))),
  };
}
