/** A column of a Table Schema, with the check of SIRET that schema.data.gouv.fr adds to it. */
export type TableColumn = {
  readonly name: string;
  readonly type: 'string' | 'date' | 'number' | 'boolean';
  readonly description: string;
  readonly constraints: {
    readonly required?: true;
    readonly pattern?: string;
    readonly maxLength?: number;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
  };
  readonly siret?: true;
};
