import { Link } from '@tanstack/react-router'
import { piecesOf } from '#engine/talk/comment-text.ts'

/** What somebody said: line breaks as they were typed, colleagues and addresses as links, everything else as text. */
export function CommentText({ body }: { body: string }) {
  return (
    <p className="zk-comment-text">
      {piecesOf(body).map((piece, i) =>
        'mention' in piece ? (
          <Link key={i} to="/$record/$id" params={{ record: 'user', id: piece.mention }} className="zk-mention">
            @{piece.name}
          </Link>
        ) : 'link' in piece ? (
          <a key={i} href={piece.link} target="_blank" rel="noreferrer noopener">
            {piece.link}
          </a>
        ) : (
          <span key={i}>{piece.text}</span>
        ),
      )}
    </p>
  )
}
