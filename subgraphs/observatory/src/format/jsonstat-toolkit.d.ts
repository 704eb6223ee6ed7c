/** The part that tests use of a library that declares no types. */
declare module 'jsonstat-toolkit' {
  type Point = Record<string, unknown>;
  type Dataset = {
    class: string;
    label: string;
    id: string[];
    size: number[];
    n: number;
    role: Record<string, string[] | null>;
    extension: Record<string, unknown>;
    Dimension(id: string): {
      label: string;
      id: string[];
      Category(id: string): { label: string; unit: unknown };
    };
    toTable(
      options: { type: 'arrobj'; content: 'id' | 'label'; status: boolean },
      each: (point: Point) => Point,
    ): Point[];
  };
  export default function JSONstat(response: unknown): Dataset;
}
