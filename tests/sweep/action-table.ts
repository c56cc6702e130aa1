import { forged, type Ids } from './ids';
import { STAFF_ACTIONS, type StaffAction } from './staff-actions';

/**
 * One server action: what a script would send it. Staff and portal actions take the business's slug before that; the
 * others know the caller alone. `reason` says why an action without a payload is not called.
 */
export type ActionRow =
  | ({ door: 'staff' } & StaffAction)
  | {
      door: 'public' | 'account' | 'portal';
      input?: (ids: Ids) => unknown;
      may?: undefined;
      reason?: string;
    };

type Rows = Record<string, Record<string, ActionRow>>;

const portal = (input: (ids: Ids) => unknown): ActionRow => ({ door: 'portal', input });

const OTHERS: Rows = {
  'app/(public)/actions.ts': {
    accept: { door: 'account', input: (ids) => ({ token: forged(ids.invitation) }) },
    askForReset: {
      door: 'public',
      reason: 'known and unknown addresses: see the test of their own',
    },
    askToSignUp: {
      door: 'public',
      reason: 'known and unknown addresses: see the test of their own',
    },
    beginInstance: { door: 'public', reason: 'there while nobody has signed up' },
    chooseLanguage: { door: 'public', reason: 'sets a cookie' },
    join: {
      door: 'public',
      input: (ids) => ({
        token: forged(ids.invitation),
        name: 'A',
        newPassword: 'long enough to pass',
      }),
    },
    rememberPerson: { door: 'account', input: () => ({}) },
    setNewPassword: {
      door: 'public',
      input: (ids) => ({ token: forged(ids.member), newPassword: 'long enough to pass' }),
    },
    signUp: {
      door: 'public',
      input: (ids) => ({
        token: forged(ids.member),
        personName: 'A',
        newPassword: 'long enough to pass',
        businessName: 'A',
        country: 'GB',
        locale: 'en',
        currency: 'GBP',
        timeZone: 'Europe/London',
      }),
    },
  },
  'app/profile/actions.ts': {
    changePassword: {
      door: 'account',
      input: () => ({ currentPassword: 'not it', newPassword: 'long enough to pass' }),
    },
    chooseLanguage: { door: 'account', reason: 'the person’s own language' },
    chooseTheme: { door: 'account', reason: 'the look of the person’s own pages' },
    createBusiness: { door: 'account', reason: 'makes a business of one’s own' },
    endSession: { door: 'account', input: (ids) => ({ id: ids.staffSession }) },
    saveProfile: { door: 'account', reason: 'the person’s own name' },
    signOut: { door: 'account', reason: 'ends the caller’s own session' },
    signOutEverywhere: { door: 'account', reason: 'ends the caller’s own sessions' },
  },
  'app/l/[token]/actions.ts': {
    endReported: { door: 'public', input: (ids) => ({ token: forged(ids.link) }) },
    openLink: { door: 'public', input: (ids) => ({ token: forged(ids.link) }) },
    renewLink: { door: 'public', input: (ids) => ({ token: forged(ids.link) }) },
  },
  'app/portal/[business]/actions.ts': {
    chooseLanguage: { door: 'portal', reason: 'the client’s own language' },
    pay: portal((ids) => ({ d: [ids.invoice] })),
    signOut: { door: 'portal', reason: 'ends the caller’s own session' },
  },
  'app/portal/[business]/pay/actions.ts': {
    payTogether: portal((ids) => ({ d: [ids.invoice] })),
  },
  'app/portal/[business]/sign-in/actions.ts': {
    askForLink: {
      door: 'public',
      reason: 'known and unknown addresses: see the test of their own',
    },
  },
  'app/portal/[business]/sign-ins/actions.ts': {
    endOtherSignIns: { door: 'portal', reason: 'ends the caller’s own sessions' },
    endSignIn: portal((ids) => ({ id: ids.portalSession })),
  },
};

/** Every server action of the production build, by file and name. */
export const ACTIONS: Rows = {
  ...OTHERS,
  ...Object.fromEntries(
    Object.entries(STAFF_ACTIONS).map(([file, rows]) => [
      file,
      Object.fromEntries(
        Object.entries(rows).map(([name, row]) => [name, { door: 'staff', ...row }]),
      ),
    ]),
  ),
};
