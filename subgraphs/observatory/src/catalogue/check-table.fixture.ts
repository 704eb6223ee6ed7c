import type { tableSchemaOf } from './table-schema.ts';

type Schema = ReturnType<typeof tableSchemaOf>;

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const SHAPES = { string: /^/, integer: /^-?\d+$/, number: NUMBER, boolean: /^/ } as const;

/** What a validator of Table Schema would say of the records of a CSV file. */
export function problemsOfTable(
  schema: Schema,
  records: readonly Readonly<Record<string, string>>[],
): string[] {
  const names = schema.fields.map(({ name }) => name).join();
  const rows = records.flatMap((record, index) => [
    ...(Object.keys(record).join() === names ? [] : [`row ${index}: columns`]),
    ...schema.fields.flatMap((field) => {
      const cell = record[field.name] ?? '';
      const { required, enum: values, pattern, minimum, maximum } = field.constraints ?? {};
      if (schema.missingValues.includes(cell))
        return required ? [`row ${index}: ${field.name} required`] : [];
      const booleans = [...(field.trueValues ?? []), ...(field.falseValues ?? [])];
      const wrong =
        !SHAPES[field.type].test(cell) ||
        (field.type === 'boolean' && !booleans.includes(cell)) ||
        (values !== undefined && !values.includes(cell)) ||
        (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(cell)) ||
        (minimum !== undefined && Number(cell) < minimum) ||
        (maximum !== undefined && Number(cell) > maximum);
      return wrong ? [`row ${index}: ${field.name} ${cell}`] : [];
    }),
  ]);
  const keys = records.map((record) => schema.primaryKey.map((name) => record[name]).join('\n'));
  return [...rows, ...(new Set(keys).size < keys.length ? ['key'] : [])];
}
