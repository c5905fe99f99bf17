import { words, type Words } from '#engine/text/words.ts'

/** The four groups that are followed by plans of their own. */
export const groups = {
  served: words('已服务', 'Served'),
  beingServed: words('服务中', 'Being served'),
  prospective: words('准客户', 'Prospective'),
  referred: words('转介绍', 'Referred'),
} satisfies Record<string, Words>
export type Group = keyof typeof groups

/** What the file knows that decides the group. */
export interface GroupFacts {
  stage: string
  source: string | null
  /** Assets of ours that the customer has in use; and whether there ever were any. */
  assetsInUse: number
  hadAssets: boolean
  /** Another customer is named as the one who introduced this one. */
  hasReferrer: boolean
}

export interface GroupVerdict {
  /** None: the relation has ended. */
  group: Group | null
  because: Words
}

/**
 * Which of the four groups a customer belongs to, and why. Whoever has something of ours in use is being served; whoever had, or has come as
 * far as a customer who buys, was served; of all others those count as referred whom somebody has introduced.
 */
export function groupOf({ stage, source, assetsInUse, hadAssets, hasReferrer }: GroupFacts): GroupVerdict {
  if (stage === 'ended') return { group: null, because: words('阶段为终止', 'the stage is ended') }
  if (assetsInUse > 0)
    return {
      group: 'beingServed',
      because: words(`名下在用资产 ${assetsInUse} 项`, assetsInUse === 1 ? 'one asset is in use' : `${assetsInUse} assets are in use`),
    }
  if (hadAssets) return { group: 'served', because: words('名下资产都已不在用', 'no asset is in use any more') }
  if (stage === 'growing' || stage === 'mature')
    return { group: 'served', because: words('已成交，没有在用资产', 'has bought, with no asset in use') }
  if (hasReferrer)
    return { group: 'referred', because: words('尚未成交，有介绍人', 'has not bought yet, and was introduced by a customer') }
  if (source === 'referral')
    return { group: 'referred', because: words('尚未成交，来源为转介绍', 'has not bought yet, and came by referral') }
  return { group: 'prospective', because: words('尚未成交', 'has not bought yet') }
}
