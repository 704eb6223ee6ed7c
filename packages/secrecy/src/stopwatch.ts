const WALL_SHARE = 4;

/**
 * Milliseconds of computing since it was made: those of this thread, so that a busy machine finds the same pattern, later;
 * but at least a quarter of those on the wall.
 */
export function stopwatch(): () => number {
  const began = performance.now();
  const spent = () => {
    const { user, system } = process.threadCpuUsage?.() ?? { user: 0, system: 0 };
    return (user + system) / 1000;
  };
  const before = spent();
  const counts = process.threadCpuUsage !== undefined;
  return () => {
    const wall = performance.now() - began;
    return counts ? Math.max(spent() - before, wall / WALL_SHARE) : wall;
  };
}
