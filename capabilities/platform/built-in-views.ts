/** The views that a new system begins with. An administrator may change them. */
export const builtInViews: Record<string, unknown>[] = [
  { name: '待办', record: 'task', shown: 'everyone', isDefault: true, filter: { and: [{ field: 'state', op: 'eq', value: 'open' }] } },
]
