/** Shorter times, in ms, say nothing: clocks are coarser, and so is what collects garbage. */
const least = 4;

/** What this process has used of the processor, in ms: others that run beside it do not count. */
function used(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * How many times longer a work takes on four times as much: about 4 where time grows with size, 16
 * where it grows with its square, whatever the machine. The best of some runs counts.
 * @param size Of the smaller one.
 */
export function growthOf(work: (size: number) => unknown, size: number): number {
  const timeOf = (much: number) => {
    const times = Array.from({ length: 4 }, () => {
      const start = used();
      work(much);
      return used() - start;
    });
    return Math.max(least, Math.min(...times));
  };
  timeOf(size);
  return timeOf(4 * size) / timeOf(size);
}

/** What `growthOf` stays below where time grows with size, however busy the machine is. */
export const straight = 10;
