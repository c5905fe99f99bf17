import type { FieldView } from '#engine/web/field-view.ts'
import { LinkText } from '#engine/web/LinkText.tsx'

export const linksView: FieldView = {
  Show: ({ value, field }) => (
    <span className="zk-tags">
      {(value as { id: string }[]).map((entry) => (
        <LinkText key={entry.id} value={entry} to={field.to!} />
      ))}
    </span>
  ),
}
