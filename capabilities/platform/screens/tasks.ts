import { useQuery } from '@tanstack/react-query'
import { api } from '#engine/web/api.ts'
import { useDescription } from '#engine/web/description.ts'
import { taskFields, type TaskItem } from './due.ts'

/**
 * Open tasks of which some things are true.
 * @param key what is asked for, among everything that lists tasks
 * @param conditions absent as long as it is not known what to ask
 */
export const useOpenTasks = (key: readonly unknown[], conditions: readonly object[] | undefined, sort: string, limit: number) =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<{ items: TaskItem[]; next: string | null }>('/records/task', {
        query: {
          filter: JSON.stringify({ and: [...conditions!, { field: 'state', op: 'eq', value: 'open' }] }),
          sort,
          limit,
          fields: taskFields,
        },
        signal,
      }),
    enabled: conditions !== undefined,
  })

/** Open tasks that are mine in one way, by a link to me. */
export function useTasksOfMine(
  field: 'assignee' | 'givers',
  more: { kind: string; where: readonly object[] },
  sort: string,
  limit: number,
) {
  const { data: description } = useDescription()
  const me = description?.me.id
  const own = { field, op: field === 'givers' ? 'has' : 'eq', value: me }
  return useOpenTasks(['list', 'task', field, more.kind, me], me ? [own, ...more.where] : undefined, sort, limit)
}
