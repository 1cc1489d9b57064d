const ELSEWHERE = 'https://elsewhere.invalid'

/**
 * The page that someone wanted before signing in, or the desk. Only a path of this site is kept, so that no link
 * can lead through our sign-in to a foreign page (`//evil.example`, `/\evil.example`, `https:…`).
 */
export const pathAfterSignIn = (wanted: string | undefined): string => {
  if (!wanted?.startsWith('/') || wanted.length > 500 || !URL.canParse(wanted, ELSEWHERE)) return '/'
  const url = new URL(wanted, ELSEWHERE)
  if (url.origin !== ELSEWHERE || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in')) return '/'
  return url.pathname + url.search
}

export const signInPathFor = (wanted: string): string =>
  wanted === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted)}`
