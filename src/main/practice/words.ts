/** Without case and without marks on letters: the index finds Lukasz for Łukasz, too. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss');
}

export function words(text: string): readonly string[] {
  return fold(text)
    .split(/[\s'".,\\-]+/)
    .filter((word) => word !== '');
}

/** Each word of the text must begin a word of the name. */
export function byWords<T>(read: (one: T) => string, value: string): (one: T) => boolean {
  const wanted = words(value);
  return (one) => {
    const name = words(read(one));
    return wanted.length > 0 && wanted.every((word) => name.some((part) => part.startsWith(word)));
  };
}
