import type { Shape } from '#engine/record/house.ts'
import { choice, instant, link } from '#engine/record/fields/index.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import type { ActionType } from './define-action.ts'
import { badFields } from './refusal.ts'

/** Letting a colleague in to one record, with a level and an end; and out again. Every shareable record has both. */

const made = new WeakMap<Shape, { share: ActionType; unshare: ActionType }>()

const withWhom = link('user', { zh: '协作人', en: 'Colleague', required: true })

/** How far somebody may be let in. */
export const shareLevels = { card: words('看名片', 'See card'), full: words('查看', 'See'), edit: words('修改', 'Edit') }

export function sharingOf(shape: Shape): { share: ActionType; unshare: ActionType } {
  let actions = made.get(shape)
  if (!actions) {
    actions = { share: shareAction(shape), unshare: unshareAction(shape) }
    made.set(shape, actions)
  }
  return actions
}

const rowOf = (context: object, shape: Shape) => (context as Record<string, StoredRow>)[shape.name]!

const shareAction = (shape: Shape): ActionType => ({
  name: `${shape.name}.share`,
  on: shape.record,
  input: {
    with: withWhom,
    level: choice({
      zh: '权限',
      en: 'Right',
      required: true,
      choices: shareLevels,
    }),
    until: instant({ zh: '到期', en: 'Until', hint: words('不填则一直有效', 'For good where empty') }),
  },
  words: { label: words('共享', 'Share'), hint: words('让一位同事查看或修改这条记录', 'Lets a colleague see or change this record') },
  async run({ input, queries, emit, actor, now, ...context }) {
    const row = rowOf(context, shape)
    const { with: principal, level, until } = input as { with: string; level: string; until: string | null }
    if (until && until <= now) throw badFields({ until: words('应晚于现在', 'must lie in the future') })
    await queries.run(
      sql`insert into collaborator (principal_id, record, record_id, level, until, record_created_at, created_at, created_by_id)
        values (${principal}, ${shape.name}, ${row.id}, ${level}, ${until ?? null}, ${row.createdAt}, ${now}, ${actor.id})
        on conflict (record_id, principal_id) do update set level = excluded.level, until = excluded.until, created_at = excluded.created_at, created_by_id = excluded.created_by_id`,
    )
    emit(`${shape.name}.shared`, row, shape.record, {
      with: [null, principal],
      level: [null, level],
      ...(until ? { until: [null, until] } : {}),
    })
  },
})

const unshareAction = (shape: Shape): ActionType => ({
  name: `${shape.name}.unshare`,
  on: shape.record,
  input: { with: withWhom },
  words: { label: words('取消共享', 'Stop sharing') },
  async run({ input, queries, emit, ...context }) {
    const row = rowOf(context, shape)
    const principal = (input as { with: string }).with
    const gone = await queries.run(sql`delete from collaborator where record_id = ${row.id} and principal_id = ${principal}`)
    if (gone === 0) throw badFields({ with: words('没有共享给此人', 'It is not shared with this colleague') })
    emit(`${shape.name}.unshared`, row, shape.record, { with: [principal, null] })
  },
})
