import type { TableSpec } from '#engine/store/table.ts'

const column = (name: string, type: string) => ({ name, type, notNull: true as const })

/** What is kept of web forms beside the leads. */
export const formTables: TableSpec[] = [
  {
    // A token counts once: whoever sends twice, or sends again what somebody else sent, changes nothing.
    name: 'web_form_token',
    columns: [column('nonce', 'text'), column('at', 'timestamptz(3)')],
    primaryKey: ['nonce'],
    indexes: [{ name: 'web_form_token_at', keys: 'at' }],
  },
  {
    // How much of what came was not believed.
    name: 'web_form_day',
    columns: [column('form_id', 'uuid'), column('day', 'date'), column('refused', 'integer')],
    primaryKey: ['form_id', 'day'],
    indexes: [],
  },
]
