/** Makes a value when it is first asked for, and keeps it: schemas of a form cost more to build than most starts of a function can spare. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
