/** The model's time: real milliseconds that only go forward, and a wall clock that can be set. */
export type Timeline = ReturnType<typeof createTimeline>;

interface Event {
  at: number;
  run: () => void;
}

const START = Date.UTC(2026, 0, 5, 12);

/** Everything that happens later, in order. Nothing happens while nobody lets time pass. */
export function createTimeline() {
  const events: Event[] = [];
  let real = 0;
  let offset = START;
  let alarm: { wall: number } | null = null;
  let ring: () => void = () => undefined;

  function insert(event: Event): void {
    const index = events.findLastIndex(({ at }) => at <= event.at);
    events.splice(index + 1, 0, event);
  }

  return {
    real: () => real,
    wall: () => real + offset,
    /** Sets the wall clock by so many milliseconds, forward or back. */
    setClock(by: number): void {
      offset += by;
    },
    after(ms: number, run: () => void): void {
      insert({ at: real + Math.max(0, ms), run });
    },
    alarm: () => alarm?.wall ?? null,
    setAlarm(wall: number | null): void {
      alarm = wall === null ? null : { wall };
    },
    onAlarm(callback: () => void): void {
      ring = callback;
    },
    /** Lets so much real time pass; `settle` lets all that is ready happen after each event. */
    async pass(ms: number, settle: () => Promise<void>): Promise<void> {
      const end = real + ms;
      await settle();
      for (;;) {
        const alarmAt = alarm ? Math.max(real, alarm.wall - offset) : Number.POSITIVE_INFINITY;
        const eventAt = events[0]?.at ?? Number.POSITIVE_INFINITY;
        const next = Math.min(alarmAt, eventAt);
        if (next > end) break;
        real = Math.max(real, next);
        if (eventAt <= alarmAt) events.shift()?.run();
        // The alarm goes off again each minute until it is set anew or taken away.
        else {
          alarm = { wall: real + offset + 60_000 };
          ring();
        }
        await settle();
      }
      real = end;
    },
  };
}
