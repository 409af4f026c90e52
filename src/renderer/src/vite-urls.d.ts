/** The address of a file that the build puts beside the page, under our own scheme. */
declare module '*.wasm?url' {
  const url: string;
  export default url;
}
