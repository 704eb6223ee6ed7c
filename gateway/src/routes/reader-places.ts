/** One place for each reader: whoever reads slowly keeps nobody out but themselves. */
export function readerPlaces(): { take(reader: string): (() => void) | null } {
  const reading = new Set<string>();
  return {
    take(reader) {
      if (reading.has(reader)) return null;
      reading.add(reader);
      let left = false;
      return () => {
        if (!left) reading.delete(reader);
        left = true;
      };
    },
  };
}
