import type { ReactNode } from 'react'

/** A small table that may be wider than its place: it scrolls in itself, with the keyboard too. */
export function WideTable({ label, isTall = false, children }: { label: string; isTall?: boolean; children: ReactNode }) {
  return (
    <div className={isTall ? 'zk-rows zk-scroll' : 'zk-rows'} role="region" aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </div>
  )
}
