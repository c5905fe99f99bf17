import type { Actor } from '#engine/access/actor.ts'
import { readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { notFound } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words, type Words } from '#engine/text/words.ts'
import { customerOfDispute, namesOf, tracesOf, turnsOfReceptions } from './queries.ts'
import { answers, registers } from './records/reception.ts'
import { turnKinds } from './records/turn-entry.ts'

/** One piece of evidence: when, of what kind, and in a sentence. The time is the system's. */
export interface Evidence {
  at: string
  kind: 'register' | 'file' | 'followUp' | 'turn' | 'ruling'
  text: Words
}

/**
 * What the records say about a disputed customer, in order. Whoever may see the dispute in full may read it; it tells who did what and when, and
 * nothing of what was said with the customer.
 */
export async function evidenceOf(runtime: Runtime, actor: Actor, id: string): Promise<{ items: Evidence[] }> {
  const { house, database } = runtime
  const dispute = await readRecord(runtime, actor, house.shapes.get('dispute')!, id)
  if (!atLeast(dispute.can.level, 'full')) throw notFound()
  const { customer } = (await customerOfDispute(database, id))!
  const { visits, files, contacts, rulings } = await tracesOf(database, customer)
  const turns = await turnsOfReceptions(
    database,
    visits.map((visit) => visit.id),
  )
  const people = [
    ...visits.map(({ receiver }) => receiver),
    ...files.flatMap(({ salesperson, drawnTo }) => [salesperson, drawnTo]),
    ...contacts.map(({ by }) => by),
    ...turns.map(({ user }) => user),
    ...rulings.map(({ owner }) => owner),
  ]
  const names = await namesOf(
    database,
    people.filter((user) => user !== null),
  )
  const call = (user: string | null): string => (user ? (names[user] ?? '—') : '—')
  const items: Evidence[] = [
    ...visits.map(({ at, register, receiver, been }): Evidence => {
      const name = registers[register as 'walkIn']
      const said = been ? answers[been as 'no'] : null
      return {
        at,
        kind: 'register',
        text: words(
          `${name.zh}登记，接待人${call(receiver)}${said ? `，客户答：${said.zh}` : ''}`,
          `${name.en} registered, received by ${call(receiver)}${said ? `; the visitor answered: ${said.en.toLowerCase()}` : ''}`,
        ),
      }
    }),
    ...files.map(({ at, salesperson, drawnTo }): Evidence => ({
      at,
      kind: 'file',
      text: drawnTo
        ? words(`${call(salesperson)}建档，后抽签归${call(drawnTo)}`, `File with ${call(salesperson)}, later drawn to ${call(drawnTo)}`)
        : words(`${call(salesperson)}建档`, `File with ${call(salesperson)}`),
    })),
    ...contacts.map(({ at, by }): Evidence => ({ at, kind: 'followUp', text: words(`${call(by)}跟进一次`, `${call(by)} was in contact`) })),
    ...turns.map(({ at, kind, user, reason }): Evidence => {
      const name = turnKinds[kind as 'turn']
      return {
        at,
        kind: 'turn',
        text: words(
          `轮次：${call(user)}${name.zh}${reason ? `（${reason}）` : ''}`,
          `Turns: ${call(user)}, ${name.en.toLowerCase()}${reason ? ` (${reason})` : ''}`,
        ),
      }
    }),
    ...rulings.map(({ at, rule, because, owner, isByManager }): Evidence => ({
      at,
      kind: 'ruling',
      text: words(
        `${isByManager ? '经理裁定' : `按 ${rule} 裁定`}，业绩归${owner ? call(owner) : '部门'}：${because?.zh ?? ''}`,
        `${isByManager ? 'A manager ruled' : `Ruled by ${rule}`}, performance ${owner ? call(owner) : 'the department’s'}: ${because?.en ?? ''}`,
      ),
    })),
  ]
  return { items: items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }
}
