export { LinkPicker as LinkInput } from '#engine/web/LinkPicker.tsx'
