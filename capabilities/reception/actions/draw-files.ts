import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { Department } from '#cap/staff'
import { choice, link, links } from '#engine/record/fields/index.ts'
import type { Queries } from '#engine/store/database.ts'
import { words } from '#engine/text/words.ts'
import { filesToDraw, salespeopleOf } from '../queries.ts'
import { CustomerFile } from '../records/customer-file.ts'
import { drawFiles } from '../rules/draw.ts'

/** A number that anybody can make again from a text: the seed of a draw is kept in words. */
const seedOf = (text: string): number => [...text].reduce((seed, sign) => Math.imul(seed, 31) + sign.codePointAt(0)!, 7)

/** Draws the files of one who has left among the colleagues of his site. Who draws, who is absent and the leaver take no part. */
export async function drawLeaver(
  store: Store,
  queries: Queries,
  { leaver, site, leftOut, now, operation }: { leaver: string; site: string; leftOut: readonly string[]; now: string; operation: string },
): Promise<number> {
  const ids = await filesToDraw(queries, leaver, site)
  const seed = `${operation} ${leaver}`.slice(0, 40)
  const drawn = drawFiles(ids, await salespeopleOf(queries, site), [leaver, ...leftOut], seedOf(seed))
  const to = new Map(drawn.map((one) => [one.file, one.to]))
  for (const file of await store.lock(CustomerFile, [...to.keys()]))
    if (!file.drawnTo)
      store.edit(CustomerFile, file, { goneAt: now, drawnTo: to.get(file.id)!, drawnAt: now, draw: seed }, 'customerFile.drawn')
  return drawn.length
}

/** The manager draws the files of somebody who has left, been transferred, or is on long leave. */
export const drawFilesOfLeaver = defineAction('reception.drawFiles', {
  on: Department,
  when: { field: 'isSite', op: 'eq', value: true },
  allow: rule.role('administrator', 'director', 'departmentHead', 'siteManager'),
  input: {
    leaver: link('user', { zh: '离岗者', en: 'Who leaves', required: true }),
    because: choice({
      zh: '原因',
      en: 'Because',
      required: true,
      open: false,
      choices: { left: words('离职', 'Has left'), transferred: words('调岗', 'Transferred'), longLeave: words('长假', 'On long leave') },
    }),
    absent: links('user', { zh: '不参加抽签', en: 'Taking no part', max: 60 }),
  },
  isMinor: true,
  isFinal: true,
  words: {
    label: words('抽签分配建档', 'Draw the files'),
    hint: words('随机平均分给同事，种子留存', 'At random and evenly among colleagues; the seed is kept'),
  },
  async run({ department, input, store, queries, actor, now, operation }) {
    if (input.leaver === actor.id) throw badFields({ leaver: words('不能抽自己的', 'not one’s own') })
    const n = await drawLeaver(store, queries, {
      leaver: input.leaver,
      site: department.id,
      leftOut: [actor.id, ...(input.absent ?? [])],
      now,
      operation,
    })
    if (n === 0)
      throw refuse('nothing-to-draw', words('没有可抽签的建档，或没有人参加。', 'There is no file to draw, or nobody to draw it.'), {
        status: 409,
      })
  },
})
