import { randomUUID } from 'node:crypto';
import type { Permission } from '@/lib/permissions/permissions';
import { forged, type Ids } from './ids';

/**
 * One server action: what a script would send it. Staff and portal actions take the business's slug before that; the
 * others know the caller alone. `reason` says why an action without a payload is not called.
 */
export type ActionRow = {
  door: 'public' | 'account' | 'staff' | 'portal';
  input?: (ids: Ids) => unknown;
  /** Given, whoever holds it is no stranger to the action, an accountant either. */
  may?: Permission;
  reason?: string;
};

const staff = (input: (ids: Ids) => unknown, may?: Permission): ActionRow => ({
  door: 'staff',
  input,
  ...(may ? { may } : {}),
});
const portal = (input: (ids: Ids) => unknown): ActionRow => ({ door: 'portal', input });

const address = {
  kind: 'ORGANISATION',
  companyName: 'Sweep Ltd',
  email: 'sweep@example.com',
  country: 'GB',
  locale: 'en',
  currency: 'GBP',
};

/** Every server action of the production build, by file and name. */
export const ACTIONS: Record<string, Record<string, ActionRow>> = {
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
    createBusiness: { door: 'account', reason: 'makes a business of one’s own' },
    endSession: { door: 'account', input: (ids) => ({ id: ids.staffSession }) },
    saveProfile: { door: 'account', reason: 'the person’s own name' },
    signOut: { door: 'account', reason: 'ends the caller’s own session' },
    signOutEverywhere: { door: 'account', reason: 'ends the caller’s own sessions' },
  },
  'app/b/[business]/actions.ts': {
    removeView: staff((ids) => ({ id: ids.client }), 'home.read'),
    saveView: staff(
      () => ({ id: randomUUID(), list: 'CLIENTS', name: 'Sweep', query: '' }),
      'home.read',
    ),
  },
  'app/b/[business]/clients/actions.ts': {
    addClientContact: staff((ids) => ({
      id: randomUUID(),
      partyId: ids.client,
      givenName: 'Mara',
      country: 'GB',
    })),
    addClientNote: staff((ids) => ({ id: randomUUID(), partyId: ids.client, body: 'Hello' })),
    archiveClientContact: staff((ids) => ({ id: ids.contact })),
    archiveClients: staff((ids) => ({ ids: [ids.client] })),
    chooseAllClients: staff(() => ({ query: '' }), 'clients.read'),
    createClient: staff(() => ({ id: randomUUID(), ...address })),
    editClientNote: staff((ids) => ({ id: ids.note, version: '1', body: 'Hello' })),
    makeMainContact: staff((ids) => ({ id: ids.contact })),
    restoreClients: staff((ids) => ({ ids: [ids.client] })),
    updateClient: staff((ids) => ({ id: ids.client, version: '1', ...address })),
    updateClientContact: staff((ids) => ({
      id: ids.contact,
      version: '1',
      givenName: 'Mara',
      country: 'GB',
    })),
  },
  'app/b/[business]/clients/[id]/access/actions.ts': {
    revokeLink: staff((ids) => ({ partyId: ids.client, linkId: ids.link })),
    endClientSession: staff((ids) => ({ partyId: ids.client, id: ids.portalSession })),
    revokeAllAccess: staff((ids) => ({ partyId: ids.client })),
  },
  'app/b/[business]/invoices/actions.ts': {
    copyInvoiceLink: staff((ids) => ({ id: ids.invoice })),
    duplicate: staff((ids) => ({ id: ids.invoice, newId: randomUUID() })),
    issueDraft: staff((ids) => ({ id: ids.draft, version: 1 })),
    makeVoid: staff((ids) => ({ id: ids.invoice, reason: 'A mistake' })),
    markManySent: staff((ids) => ({ ids: [ids.invoice] })),
    removeDraft: staff((ids) => ({ id: ids.draft })),
  },
  'app/b/[business]/invoices/[id]/send/actions.ts': {
    sendMany: staff((ids) => ({ formId: randomUUID(), ids: [ids.invoice] })),
    sendOne: staff((ids) => ({
      formId: randomUUID(),
      id: ids.invoice,
      version: 1,
      to: 'a@example.com',
      cc: [],
      subject: null,
      body: null,
      expectedNumber: '',
      attachPdf: false,
    })),
    takeBack: staff((ids) => ({ id: ids.message })),
  },
  'app/b/[business]/mail/[id]/actions.ts': {
    cancelMessage: staff((ids) => ({ id: ids.message })),
    dismissMessage: staff((ids) => ({ id: ids.message })),
    sendAgain: staff((ids) => ({ id: ids.message, newId: randomUUID() })),
  },
  'app/b/[business]/payments/actions.ts': {
    applyCredit: staff((ids) => ({ documentId: ids.invoice, open: '1000', amount: '1.00' })),
    recordPayment: staff((ids) => ({
      id: randomUUID(),
      partyId: ids.client,
      currency: 'GBP',
      amount: '1.00',
      method: 'CASH',
      receivedOn: '2026-01-05',
      settle: { [ids.invoice]: '1.00' },
    })),
    undoPayment: staff((ids) => ({ id: ids.payment, version: '1', reason: 'A mistake' })),
  },
  'app/b/[business]/products/actions.ts': {
    archiveProduct: staff((ids) => ({ id: ids.product, archived: 'true' })),
    rememberProduct: staff((ids) => ({
      name: 'A sign',
      details: '',
      unit: '',
      unitPrice: '10.00',
      currency: 'GBP',
      taxRateId: ids.taxRate,
    })),
    saveProduct: staff((ids) => ({
      id: ids.product,
      version: '1',
      name: 'A sign',
      details: '',
      unit: '',
      unitPrice: '10.00',
      currency: 'GBP',
      taxRateId: '',
    })),
  },
  'app/b/[business]/settings/actions.ts': {
    connectStripe: staff(() => ({
      version: '',
      secretKey: 'sk_test_sweepsweep',
      webhookSecret: '',
    })),
    disconnectStripe: staff(() => ({})),
    removeLogo: staff(() => ({})),
    removeMailServer: staff(() => ({})),
    saveBank: staff(() => ({
      version: '1',
      bankAccountName: 'Mallory',
      bankName: '',
      bankIban: '',
      bankBic: '',
      bankAccountNumber: '1',
      bankRoutingCode: '',
    })),
    saveBranding: staff(() => ({ version: '1', brandColor: '#ff0000', paperSize: 'A4' })),
    saveDocumentDefaults: staff(() => ({
      version: '1',
      paymentTermsDays: '1',
      pricesIncludeTax: 'net',
      invoiceNotes: '',
      invoiceTerms: '',
      linkDays: '30',
    })),
    saveIdentity: staff(() => ({
      version: '1',
      name: 'Mallory',
      legalName: '',
      country: 'GB',
      street: '',
      taxId: '',
      registrationId: '',
      email: '',
      phone: '',
      website: '',
      locale: 'en',
      currency: 'GBP',
      timeZone: 'Europe/London',
    })),
    saveClientFields: staff(() => ({ version: '1', phone: 'on' })),
    saveMailServer: staff(() => ({
      version: '',
      host: 'smtp.example.com',
      port: '587',
      security: 'starttls',
      username: 'a',
      password: 'b',
      fromEmail: 'a@example.com',
      fromName: 'A',
    })),
    savePattern: staff(() => ({ kind: 'INVOICE', pattern: 'X-{0000}', version: '1' })),
    saveTaxRate: staff((ids) => ({
      id: ids.taxRate,
      version: '1',
      name: 'VAT',
      rate: '99',
      category: 'STANDARD',
      exemptionReason: '',
    })),
    setDefaultTaxRate: staff((ids) => ({ id: ids.taxRate })),
    setTaxRateArchived: staff((ids) => ({ id: ids.taxRate, archived: 'true' })),
    testMail: staff(() => ({})),
  },
  'app/b/[business]/settings/team/actions.ts': {
    changeRole: staff((ids) => ({ userId: ids.member, role: 'OWNER', version: '1' })),
    invite: staff(() => ({
      id: randomUUID(),
      email: 'mallory@example.com',
      role: 'OWNER',
      locale: 'en',
    })),
    removeMember: staff((ids) => ({ userId: ids.member })),
    resend: staff((ids) => ({ id: ids.invitation })),
    revoke: staff((ids) => ({ id: ids.invitation })),
  },
  'app/b/[business]/settings/templates/actions.ts': {
    resetTemplate: staff(() => ({ kind: 'INVOICE', locale: 'en', version: '1' })),
    saveTemplate: staff(() => ({
      kind: 'INVOICE',
      locale: 'en',
      version: '0',
      subject: 'A',
      body: 'B',
    })),
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
