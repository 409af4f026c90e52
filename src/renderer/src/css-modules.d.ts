/** Class names of a CSS module. That each name used exists in its file is checked by test/unit/renderer/styles.test.ts. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module '*.css';
