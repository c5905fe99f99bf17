import type { Field } from './field.ts'
import { instant, integer, link } from './fields/index.ts'

/** What every record has beside its own fields. */
export const systemFields: Record<string, Field> = {
  version: integer({ zh: '版本', en: 'Version' }),
  createdAt: instant({
    zh: '创建时间',
    en: 'Created',
    sortable: true,
    filterable: true,
    aliases: ['创建日期', '登记时间', '录入时间', 'created', 'created at'],
  }),
  createdBy: link('user', { zh: '创建人', en: 'Created by', aliases: ['录入人', '登记人'] }),
  // Not sortable on purpose: an index on it would make every edit touch every index of the table.
  updatedAt: instant({ zh: '更新时间', en: 'Updated' }),
  updatedBy: link('user', { zh: '更新人', en: 'Updated by' }),
}

/** Names under which the engine itself answers; no field may be called so. */
export const engineNames: readonly string[] = ['id', 'rootId', 'deletedAt', 'can', 'masked', 'custom', 'search']
