/**
 * Tests that wait for the same long time, by their titles: all begin with the first of them, and each tells how it
 * ended. What they plant must not be in each other's way.
 */
export function itAtOnce(tests: Record<string, () => Promise<void>>): void {
  const running = new Map<string, Promise<void>>();

  function begin(): void {
    for (const [title, test] of Object.entries(tests)) {
      const end = test();
      // A failure is told by the test's own turn.
      end.catch(() => undefined);
      running.set(title, end);
    }
  }

  for (const title of Object.keys(tests)) {
    it(title, async () => {
      if (running.size === 0) begin();
      await running.get(title);
    });
  }
}
