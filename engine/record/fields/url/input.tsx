export { TextInput as UrlInput } from '#engine/record/fields/text/input.tsx'
