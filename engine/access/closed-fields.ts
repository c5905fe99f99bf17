import type { Shape } from '#engine/record/house.ts'
import { isAsSecret, secrecyWords } from '#engine/record/secrecy.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { fill, say, words, type Words } from '#engine/text/words.ts'
import { hasRight, type Actor } from './actor.ts'
import { loadFacts } from './facts.ts'
import { clearanceOf } from './resolve.ts'
import { classOn, classPaths } from './secrecy.ts'
import { accessTo, askAbout } from './shape-access.ts'
import { titlesOf } from './titles.ts'

const above = words(
  '“{class}”级信息，您的角色可看到“{clearance}”级。',
  'Information of the class "{class}"; your roles are cleared up to "{clearance}".',
)
const guarded = words('完整内容只给能修改这条记录的人看。', 'Shown in full to those who may change the record.')
const byReveal = words('说明原因后可以查看，查看会留下记录。', 'You may reveal it with a reason; the look is recorded.')
const byOwner = words('需要时可以找负责人{owner}。', 'Where you need it, ask {owner}, who is responsible.')
const byAdministrator = words('需要时可以找管理员。', 'Where you need it, ask an administrator.')

/**
 * Why an actor sees fields of a record masked, by name and in his language, and who can help. Which rule has raised a class it does not say:
 * that would tell of fields that he may not read.
 */
export async function closedFields(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  row: StoredRow,
  masked: readonly string[],
): Promise<Record<string, string>> {
  const { house, database } = runtime
  const [facts] = await loadFacts(database, house, actor, shape, [row], classPaths(house, shape))
  const help = hasRight(actor, 'reveal', shape) ? byReveal : await whoHelps(runtime, actor, shape, row)
  const why = (name: string): Words => {
    const [secrecy, clearance] = [classOn(house, shape, name, facts!), clearanceOf(actor, shape, name)]
    return isAsSecret(clearance, secrecy) ? guarded : fill(above, { class: secrecyWords[secrecy], clearance: secrecyWords[clearance] })
  }
  const own = masked.filter((name) => shape.fields.has(name))
  return Object.fromEntries(
    own.map((name) => [name, [why(name), help].map((text) => say(text, actor.locale)).join(actor.locale === 'zh' ? '' : ' ')]),
  )
}

/** The owner, where he is somebody else and the reader may know him; an administrator otherwise. */
async function whoHelps(runtime: Runtime, actor: Actor, shape: Shape, row: StoredRow): Promise<Words> {
  const { house, database } = runtime
  const key = shape.record.access?.owner
  const path = key ?? '^owner'
  if (!key && (shape.chain.length === 0 || !shape.root.access?.owner)) return byAdministrator
  const [facts] = await loadFacts(database, house, actor, shape, [row], key ? [] : [path])
  const owner = (facts as Record<string, unknown>)[path] as string | null
  const mayKnow = !key || askAbout(facts!)(accessTo(house, actor, shape).fields.get(key)!.view)
  const name =
    owner && owner !== actor.id && mayKnow ? (await titlesOf(runtime, actor, house.shapes.get('user')!, [owner])).get(owner) : undefined
  return name ? fill(byOwner, { owner: name }) : byAdministrator
}
