/** Pages for what went wrong: what happened, and what to do. */
export const errors = {
  notFound: { title: 'Page not found', text: 'Check the address, or go to the desk and follow a link from there.' },
  forbidden: {
    title: 'This page is not open to you',
    text: 'Your roles do not reach here. If you should have access, ask the secretariat.',
  },
  foreign: {
    title: 'The form came from elsewhere',
    text: 'For your safety only forms of these pages are accepted. Open the page again and repeat what you did.',
  },
  tooLarge: {
    title: 'This is too long',
    text: 'Nothing was saved. Go back, shorten what you entered and send it again; a file is sent in parts, and longer documents can be linked.',
  },
  wrongType: { title: 'This cannot be read', text: 'Send the form from its page in a browser.' },
  refused: { title: 'This could not be done' },
  broken: {
    title: 'Something went wrong on our side',
    text: 'Your last step may not be saved. Wait a minute, load the page again, and tell the secretariat if it goes on.',
  },
  toDesk: 'Go to the desk',
}
