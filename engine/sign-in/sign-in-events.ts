import { insertEvents } from '#engine/event/events.ts'
import { defineEvent, type Changes, type EventType } from '#engine/event/define-event.ts'
import { systemActor, type Actor } from '#engine/access/actor.ts'
import { rule } from '#engine/access/rules.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words, type Words } from '#engine/text/words.ts'

/**
 * What happens at the door, and what is carried out of it. Each is an event of the user it is about, so that the audit and the seals cover it; told to himself and to
 * administrators. None carries a secret.
 */
const said = {
  signedIn: words('登录', 'signed in'),
  signInFailed: words('登录失败', 'sign-in failed'),
  locked: words('多次失败，暂停登录', 'locked after failures'),
  unlocked: words('解除锁定', 'unlocked'),
  signedOut: words('退出', 'signed out'),
  sessionEnded: words('结束登录', 'session ended'),
  confirmed: words('再次确认身份', 'identity confirmed again'),
  passwordSet: words('设置密码', 'password set'),
  secondFactorOn: words('开启两步验证', 'second factor on'),
  secondFactorOff: words('关闭两步验证', 'second factor off'),
  secondFactorReset: words('重置两步验证', 'second factor reset'),
  backupCodesMade: words('生成备用码', 'backup codes made'),
  passkeyAdded: words('添加通行密钥', 'passkey added'),
  passkeyRemoved: words('移除通行密钥', 'passkey removed'),
  passkeysRemoved: words('移除全部通行密钥', 'all passkeys removed'),
  providerConnected: words('连接单点登录账号', 'single sign-on account connected'),
  providerDisconnected: words('断开单点登录账号', 'single sign-on account disconnected'),
  recoveryAsked: words('申请找回密码', 'recovery asked for'),
  recoveryLinkMade: words('生成找回链接', 'recovery link made'),
  tokenMade: words('生成令牌', 'token made'),
  tokenUsed: words('令牌首次使用', 'token used for the first time'),
  tokenRevoked: words('撤销令牌', 'token revoked'),
  exportAsked: words('申请导出', 'export asked for'),
  exportApproved: words('批准导出', 'export approved'),
  exportRefused: words('拒绝导出', 'export refused'),
  exportFetched: words('下载导出文件', 'export fetched'),
  simulated: words('管理员以此身份查看', 'looked at by an administrator as this user'),
  simulationEnded: words('结束以此身份查看', 'no longer looked at as this user'),
} satisfies Record<string, Words>

export type SignInEvent = keyof typeof said

export const signInEvents: EventType[] = Object.entries(said).map(([verb, text]) =>
  defineEvent(`user.${verb}`, text, { isConfidential: true }),
)

/** From where somebody comes, as events keep it. */
export interface Origin {
  address: string
  agent: string
}

export const from = ({ address, agent }: Origin): Changes => ({ address: [null, address], device: [null, agent.slice(0, 300)] })

/** What is done at the door and told of one user. It returns what the event says beside. */
type Doing = (queries: Queries) => Promise<Changes | void>

const doorAction = (runtime: Runtime, verb: SignInEvent, changes: Changes, work: Doing | undefined): ActionType => ({
  name: `user.${verb}`,
  on: runtime.house.shapes.get('user')!.record,
  allow: rule.everyone,
  input: {},
  words: { label: said[verb] },
  async run({ queries, emit, ...context }) {
    const more = (await work?.(queries)) ?? {}
    const record = runtime.house.shapes.get('user')!.record
    emit(`user.${verb}`, (context as unknown as Record<string, StoredRow>).user!, record, { ...changes, ...more })
  },
})

/**
 * Does something at the door and tells of it, in one transaction through the write path: the user is locked meanwhile. Who may do it the caller
 * has seen to.
 */
export async function tellDoor(
  runtime: Runtime,
  actor: Actor,
  userId: string,
  verb: SignInEvent,
  changes: Changes = {},
  work?: Doing,
): Promise<void> {
  await perform(runtime, actor, doorAction(runtime, verb, changes, work), [{ id: userId }])
}

/** Tells of what nobody did who is in: a failure, something at the command line. As the system, within the caller's transaction. */
export async function noteDoor(queries: Queries, userId: string, verb: SignInEvent, changes: Changes, now: number): Promise<void> {
  const user = await queries.row<{ version: number }>(sql`select version from "user" where id = ${userId}`)
  await insertEvents(queries, [
    {
      id: newId(),
      at: new Date(now).toISOString(),
      type: `user.${verb}`,
      v: 1,
      actorId: systemActor.id,
      actorKind: 'system',
      operationId: newId(),
      causeId: null,
      record: 'user',
      recordId: userId,
      rootRecord: 'user',
      rootId: userId,
      version: user?.version ?? 0,
      changes,
    },
  ])
}

/** Tells of a try for which there is no user. What was typed is not kept: it may be a password. */
export const tellOfNobody = (runtime: Runtime, origin: Origin): Promise<void> =>
  noteDoor(runtime.database, systemActor.id, 'signInFailed', from(origin), runtime.clock())
