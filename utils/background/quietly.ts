/** The system may refuse to show something; the queue does not stop for that, and the row in the popup says the same. */
export async function quietly(show: () => Promise<void>): Promise<void> {
  await Promise.resolve()
    .then(show)
    .catch(() => undefined);
}
