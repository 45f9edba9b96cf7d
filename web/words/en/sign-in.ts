export const signIn = {
  title: 'Sign in',
  username: 'User name',
  password: 'Password',
  show_password: 'Show password',
  enter: 'Sign in',
  lost: 'Password lost?',
  code_title: 'New password by code',
  code_how: 'Ask your administrator for a one-time code. It needs no mail.',
  code: 'One-time code',
  new_password: 'New password',
  password_rule: 'At least 10 characters',
  change_and_enter: 'Change and sign in',
} as const;
