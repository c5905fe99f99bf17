import type { TableSpec } from '#engine/store/table.ts'

/** The weights of what was learned, by model. */
export const scoringTables: TableSpec[] = [
  {
    name: 'lead_model_weights',
    columns: [
      { name: 'model_id', type: 'uuid', notNull: true },
      { name: 'weights', type: 'jsonb', notNull: true },
    ],
    primaryKey: ['model_id'],
    indexes: [],
  },
]
