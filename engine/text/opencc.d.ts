/** One dictionary of opencc-js (Apache-2.0), by itself: "traditional simplified|traditional simplified|…". */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string
  export default pairs
}
